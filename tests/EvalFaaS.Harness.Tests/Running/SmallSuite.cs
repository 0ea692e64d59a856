using EvalFaaS.Harness.Published;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Functions;

namespace EvalFaaS.Harness.Tests.Running;

/// <summary>Suites of two blocks and tiny durations: too few for a comparison, enough to see that everything is recorded.</summary>
internal static class SmallSuite
{
    public const int Blocks = 2;

    /// <summary>No machine is that disturbed.</summary>
    private static readonly DisturbanceLimits Never = new() { Slowdown = 1000, WakeDelay = TimeSpan.FromHours(1), Steal = 1 };

    /// <summary>Reads a suite and makes it small.</summary>
    public static Suite Of(string targets, string measures)
    {
        var text = $"name: small\nquestions: [Does it work?]\nseed: 7\ntargets: [{targets}]\nmeasures:\n{measures}";
        return SuiteFile.Parse(text, "small.yaml", LibraryVocabulary.Of(Library.Open)) with { Blocks = Blocks, Disturbance = Never };
    }

    public static RunOptions Options(string output, IReadOnlyList<string> program) => new()
    {
        Functions = Checkout.PathTo("scenarios", "functions"),
        Output = output,
        Program = program,
        Traces = TraceFolder.Of(Checkout.Root),
        Command = "a test",
        FewBlocks = true,
    };
}

/// <summary>Keeps what it is told, at once and on the teller's thread.</summary>
internal sealed class ProgressLog(Action<RunProgress>? then = null) : IProgress<RunProgress>
{
    public List<RunProgress> Told { get; } = [];

    public void Report(RunProgress value)
    {
        Told.Add(value);
        then?.Invoke(value);
    }
}
