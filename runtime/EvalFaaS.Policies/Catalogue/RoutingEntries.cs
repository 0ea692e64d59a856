namespace EvalFaaS.Policies;

/// <summary>The policies of placement, load balancing and admission.</summary>
internal static class RoutingEntries
{
    public static readonly PolicyEntry[] All =
    [
        Entry<object>(PolicyKind.Placement, "spread", "The node with the fewest instances of the function, then of all.", "Kubernetes, topology spread constraints, with the node as topology", _ => new SpreadPlacement()),
        Entry<object>(PolicyKind.Placement, "bin-pack", "The fullest node that still has the memory.", "best fit: Johnson et al., SIAM Journal on Computing 3(4), 1974", _ => new BinPackPlacement()),
        Entry<LocalityOptions>(PolicyKind.Placement, "locality", "The node that serves soonest: round trip, and the fetch of a module that is absent.", "ours", o => new LocalityPlacement(o)),
        Entry<HashAffinityOptions>(PolicyKind.Placement, "hash-affinity", "The node that the function's hash names, unless it is above its share.", "highest random weight: Thaler and Ravishankar, 1998; bounded loads: Mirrokni et al., SODA 2018", o => new HashAffinityPlacement(o)),
        Entry<object>(PolicyKind.Placement, "resource-aware", "The node whose scarcest resource would be used least.", "dominant share: Ghodsi et al., Dominant Resource Fairness, NSDI 2011", _ => new ResourceAwarePlacement()),
        Entry<object>(PolicyKind.Balancing, "round-robin", "One endpoint after the other.", "practice", _ => new RoundRobinBalancer()),
        Entry<object>(PolicyKind.Balancing, "random", "Any endpoint.", "practice", _ => new RandomBalancer()),
        Entry<object>(PolicyKind.Balancing, "power-of-two-choices", "The less busy of two chosen by chance.", "Mitzenmacher, IEEE TPDS 12(10), 2001", _ => new PowerOfTwoChoicesBalancer()),
        Entry<object>(PolicyKind.Balancing, "least-outstanding", "The endpoint with the fewest requests outstanding.", "practice", _ => new LeastOutstandingBalancer()),
        Entry<PeakEwmaOptions>(PolicyKind.Balancing, "peak-ewma", "Of two chosen by chance the lower latency times outstanding requests.", "Finagle, PeakEwma", o => new PeakEwmaBalancer(o)),
        Entry<ConcurrencyLimitOptions>(PolicyKind.Admission, "concurrency-limit", "Runs up to a limit, refuses the rest.", "AWS Lambda's reserved concurrency", o => new ConcurrencyLimitAdmission(o)),
        Entry<QueueBoundOptions>(PolicyKind.Admission, "queue-bound", "Runs what has a slot, lets a bounded number wait, refuses the rest.", "Knative Serving, queue-proxy", o => new QueueBoundAdmission(o)),
        Entry<DeadlineSheddingOptions>(PolicyKind.Admission, "deadline-shedding", "Refuses what would be answered too late.", "expected wait in M/M/c, first come first served: Harchol-Balter, 2013, chapter 14", o => new DeadlineSheddingAdmission(o)),
    ];

    private static PolicyEntry Entry<T>(PolicyKind kind, string name, string summary, string source, Func<T, object> make) where T : class =>
        new(kind, name, summary, source, typeof(T) == typeof(object) ? null : typeof(T)) { Make = (o, _) => make((T)o!) };
}
