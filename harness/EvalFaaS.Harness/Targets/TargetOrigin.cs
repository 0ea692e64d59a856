namespace EvalFaaS.Harness.Targets;

/// <summary>Where a target comes from.</summary>
/// <param name="Licence">Of what runs the function, as an SPDX expression.</param>
/// <param name="Version">The version that is here or would be installed.</param>
/// <param name="Source">Where it is had.</param>
public sealed record TargetOrigin(string Licence, string Version, string Source)
{
    /// <summary>Nothing is said of it.</summary>
    public static TargetOrigin Unstated { get; } = new("", "", "");

    /// <summary>Of what belongs to EvalFaaS itself.</summary>
    public static TargetOrigin Own { get; } = new("Apache-2.0", Versions.Own, "EvalFaaS");
}
