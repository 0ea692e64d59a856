using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Targets;

public sealed class StretchesTests
{
    [Fact]
    public void Each_phase_lasts_from_the_end_of_the_one_before_it()
    {
        var seen = Stretches.Seen(Answered(90), 10, (Phase.Load, 30), (Phase.Instantiate, 45), (Phase.Init, 70), (Phase.Execute, 90));

        Assert.Equal([20, 15, 25, 20], Of(seen, Phase.Load, Phase.Instantiate, Phase.Init, Phase.Execute));
        Assert.Null(seen.Headers.Phases[Phase.Compile]);
    }

    [Fact]
    public void What_was_seen_late_had_ended_with_the_phase_after_it()
    {
        // The start's command returned when the answer was here already.
        var seen = Stretches.Seen(Answered(90), 10, (Phase.Load, 30), (Phase.Instantiate, 95), (Phase.Init, 70), (Phase.Execute, 90));

        Assert.Equal([20, 40, 0, 20], Of(seen, Phase.Load, Phase.Instantiate, Phase.Init, Phase.Execute));
    }

    [Fact]
    public void Nothing_lasts_from_before_the_beginning()
    {
        var seen = Stretches.Seen(Answered(90), 10, (Phase.Instantiate, 5), (Phase.Execute, 90));

        Assert.Equal([0, 80], Of(seen, Phase.Instantiate, Phase.Execute));
    }

    [Fact]
    public void What_never_answered_has_no_phases()
    {
        Assert.False(Stretches.Seen(Answered(0), 10, (Phase.Load, 30), (Phase.Execute, 90)).Headers.Phases.Any);
    }

    private static LoadSample Answered(long firstByteNs) => new() { FirstByteNs = firstByteNs };

    private static long?[] Of(LoadSample sample, params Phase[] phases) => [.. phases.Select(p => sample.Headers.Phases[p])];
}
