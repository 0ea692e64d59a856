namespace EvalFaaS.Harness.Reports;

/// <summary>P4: raw data, software and the way to repeat the experiment are there for others.</summary>
internal sealed class OpenArtifact : IPrinciple
{
    public string Name => "Open access artifact";

    public PrincipleFinding Check(ReportContext context)
    {
        var environment = context.Environment;
        var raw = environment.Files.Count > 0;
        var repeat = environment is { Command.Length: > 0, Version.Length: > 0, Suite.Digest.Length: > 0 };
        var thinned = environment.Files.Keys.Count(f => f.EndsWith(".hgrm", StringComparison.Ordinal));
        return new(
            raw && repeat ? PrincipleVerdict.Met : raw || repeat ? PrincipleVerdict.Partly : PrincipleVerdict.NotMet,
            Inlines.Count("run/files", environment.Files.Count), " files of raw data with digests lie beside this page; of ", Inlines.Count("run/thinned", thinned), " trials a histogram and a random part are kept. ",
            repeat ? "Command, seed, version and the suite's digest are recorded." : "What repeats the run is not all recorded.");
    }
}
