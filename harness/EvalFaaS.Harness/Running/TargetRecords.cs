using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>What the result says of a target.</summary>
internal static class TargetRecords
{
    public static TargetRecord Of(ITarget target, Suite suite, Pilot pilot)
    {
        var configuration = pilot.Configurations.GetValueOrDefault(target.Name, new TargetConfiguration([], []));
        return new TargetRecord
        {
            Name = target.Name,
            Kind = suite.Targets.First(t => t.Name == target.Name).Kind,
            Isolation = target.IsolatedBy,
            Observation = target.Observation,
            Version = configuration.Settings.FirstOrDefault(s => s.Key is "engine" or "container runtime").Value ?? "",
            ConfigurationDigest = configuration.Digest,
            Settings = [.. configuration.Settings.Select(s => new Setting(s.Key, s.Value, "read"))],
            Protections = [.. configuration.Protections.Select(s => new Setting(s.Key, s.Value))],
            States = [.. target.States.Select(s => new Setting(s, StartStates.Describe(s)))],
            PhaseNotes = target.PhaseNotes,
        };
    }
}
