namespace EvalFaaS.Policies;

/// <summary>Each function's latest load and its limits, for policies that look no further back.</summary>
internal sealed class LatestLoads(ScaleLimitOptions options)
{
    private Latest[] _functions = [];

    /// <summary>Makes room for a function.</summary>
    public void Describe(int function)
    {
        FunctionTable.Reach(ref _functions, function);
        _functions[function].Limits ??= new(options);
    }

    /// <summary>Its load was looked at.</summary>
    public void Observe(int function, in LoadSample sample) => (_functions[function].Last, _functions[function].Seen) = (sample, true);

    /// <summary>What is known of it.</summary>
    public ref readonly Latest Of(int function) => ref _functions[function];

    /// <summary>A function's limits, its latest load, and whether there has been any.</summary>
    public struct Latest
    {
        public ScaleLimits Limits;
        public LoadSample Last;
        public bool Seen;
    }
}
