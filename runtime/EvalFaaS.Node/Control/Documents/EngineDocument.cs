using EvalFaaS.Engines;
using EvalFaaS.Execution;
using EvalFaaS.Model;

namespace EvalFaaS.Node.Control;

/// <summary>An engine of the node.</summary>
public sealed record EngineDocument
{
    /// <summary>The name it is chosen by.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it can be had on this machine.</summary>
    public required bool Available { get; init; }

    /// <summary>What is missing and how to have it; left out where it can be had.</summary>
    public string? Why { get; init; }

    /// <summary>The engine's version.</summary>
    public string? Version { get; init; }

    /// <summary>Protections and settings, as read from the running engine.</summary>
    public IReadOnlyList<EngineSetting>? Settings { get; init; }

    /// <summary>What it can do.</summary>
    public EngineCapabilities? Capabilities { get; init; }

    /// <summary>Everything that changes compiled code, as one word.</summary>
    public string? CodeFingerprint { get; init; }

    internal static EngineDocument Of(EngineSet engines, string name)
    {
        if (engines.WhyUnavailable(name) is { } why) return new EngineDocument { Name = name, Available = false, Why = why };
        try
        {
            var description = engines.Get(name).Description;
            return new EngineDocument
            {
                Name = name,
                Available = true,
                Version = description.Version,
                Settings = [.. description.Settings],
                Capabilities = description.Capabilities,
                CodeFingerprint = description.CodeFingerprint,
            };
        }
        catch (FaultException e)
        {
            return new EngineDocument { Name = name, Available = false, Why = e.Fault.Message };
        }
    }
}
