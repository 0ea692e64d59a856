namespace EvalFaaS.Policies;

/// <summary>The keep-alive policies.</summary>
internal static class KeepAliveEntries
{
    public static readonly PolicyEntry[] All =
    [
        Entry<object>("none", "Keeps nothing: each invocation gets a fresh instance.", "the default of this runtime", (_, _) => new NoKeepAlive()),
        Entry<FixedKeepAliveOptions>("fixed", "Keeps every idle instance for the same time.", "practice of the large platforms; Serverless in the Wild (ATC 2020) section 5.1", (o, _) => new FixedKeepAlive(o)),
    ];

    private static PolicyEntry Entry<T>(string name, string summary, string source, Func<T, PolicySurroundings, IKeepAlivePolicy> make) where T : class =>
        new(PolicyKind.KeepAlive, name, summary, source, typeof(T) == typeof(object) ? null : typeof(T)) { Make = (o, s) => make((T)o!, s) };
}
