using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets;

/// <summary>Engines by name.</summary>
public static class EngineChoice
{
    /// <summary>The engine of this name.</summary>
    /// <exception cref="ArgumentException">There is none; the message names the nearest and lists those there are.</exception>
    public static IEngineProvider Find(string name) => EngineProviders.All.FirstOrDefault(e => e.Name == name) ?? throw new ArgumentException(WhyUnknown(name));

    /// <summary>Licence, version and source of an engine as EvalFaaS embeds it.</summary>
    public static TargetOrigin Origin(string name)
    {
        var provider = Find(name);
        var (licence, source) = name.StartsWith("wasmtime", StringComparison.Ordinal)
            ? ("Apache-2.0 WITH LLVM-exception", "Wasmtime's own library in the NuGet package Wasmtime")
            : ("Apache-2.0", "Debian's package libwasmedge0");
        if (provider.WhyUnavailable() is not null) return new(licence, "", source);
        using var made = provider.Create(new EngineOptions());
        return new(licence, $"{made.Description.Version} in EvalFaaS {Versions.Own}", source);
    }

    /// <summary>A sentence where there is no engine of this name, or null.</summary>
    public static string? WhyUnknown(string name)
    {
        var names = EngineProviders.All.Select(e => e.Name).ToArray();
        return names.Contains(name) ? null : $"There is no engine '{name}'.{NearestName.Suggestion(name, names)} There are {string.Join(", ", names)}.";
    }
}
