namespace EvalFaaS.Policies;

/// <summary>Scales so that CPU and memory are used to their targets: the scarcer of the two decides.</summary>
/// <remarks>Kubernetes' horizontal pod autoscaler: instances = ready × value / target, rounded up, the greatest of all metrics, nothing within the tolerance (Horizontal Pod Autoscaling, algorithm details). From zero, any load asks for one instance, since without one there is no CPU to see.</remarks>
public sealed class CpuMemoryScaling(CpuMemoryOptions options) : IScalingPolicy
{
    private readonly CpuMemoryOptions _options = ScaleLimits.Checked(options);
    private readonly LatestLoads _functions = new(options);

    /// <inheritdoc/>
    public string Name => "cpu-memory";

    /// <inheritdoc/>
    public double EverySeconds => _options.Interval;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits) => _functions.Describe(function);

    /// <inheritdoc/>
    public void Observe(int function, in LoadSample sample) => _functions.Observe(function, sample);

    /// <inheritdoc/>
    public ScaleDecision Decide(int function, double now, int ready)
    {
        ref readonly var state = ref _functions.Of(function);
        var (wanted, reason, a, b) = state.Seen ? Wanted(state.Last, ready) : (ready, ScaleReason.NoData, 0, 0);
        var bounds = ScaleBound.None;
        var target = state.Limits.Held(now, wanted, ready, ref bounds);
        return new(target, ready, wanted, reason, bounds, a, b);
    }

    private (int Wanted, ScaleReason Reason, double A, double B) Wanted(in LoadSample last, int ready)
    {
        if (last.Concurrency <= 0) return (0, ScaleReason.Cpu, last.Cpu, _options.Cpu);
        if (ready == 0) return (1, ScaleReason.Cpu, last.Cpu, _options.Cpu);
        var (cpu, memory) = (last.Cpu / _options.Cpu, last.Memory / _options.Memory);
        var ratio = Math.Max(cpu, memory);
        if (Math.Abs(ratio - 1) <= _options.Tolerance) return (ready, ScaleReason.WithinTolerance, ratio, _options.Tolerance);
        var wanted = (int)Math.Min(Math.Max(1, Math.Ceiling(Math.Round(ready * ratio, 6))), int.MaxValue);
        return cpu >= memory ? (wanted, ScaleReason.Cpu, last.Cpu, _options.Cpu) : (wanted, ScaleReason.Memory, last.Memory, _options.Memory);
    }
}
