namespace EvalFaaS.Engines;

/// <summary>The rows that every engine fills, so that tables of engines line up.</summary>
public static class EngineSettingNames
{
    /// <summary>How a running guest is ended.</summary>
    public const string Interruption = "interruption";

    /// <summary>How out-of-bounds access is caught.</summary>
    public const string BoundsChecks = "bounds checks";

    /// <summary>Whether heap and table accesses are guarded against speculation.</summary>
    public const string Spectre = "Spectre mitigation";

    /// <summary>How hard the compiler tries.</summary>
    public const string Optimisation = "optimisation level";

    /// <summary>What the compiled code asks of the CPU.</summary>
    public const string CpuFeatures = "CPU features";

    /// <summary>How endless recursion is caught.</summary>
    public const string StackCheck = "stack check";

    /// <summary>Whether NaN bit patterns are made the same everywhere.</summary>
    public const string NaN = "NaN canonicalisation";

    /// <summary>Whether and which SIMD.</summary>
    public const string Simd = "SIMD";
}
