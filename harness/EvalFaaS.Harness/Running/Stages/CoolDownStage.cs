namespace EvalFaaS.Harness.Running;

/// <summary>Lets a target finish what a load left behind, so that the next trial does not pay for it.</summary>
internal sealed class CoolDownStage : IStage
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20), Limit = TimeSpan.FromSeconds(1);

    // A tick of the kernel's account: less cannot be told from nothing.
    private static readonly long QuietNs = (long)TimeSpan.FromMilliseconds(10).TotalNanoseconds;

    public string Name => "cool-down";

    public string StopRule => $"after a load, ends when the target used at most {QuietNs / 1_000_000} ms of processor time in {Step.TotalMilliseconds:0} ms, or after {Limit.TotalSeconds:0} s";

    public async Task<StageEnd> RunAsync(TrialWork work, CancellationToken cancellation)
    {
        if (work.Load is null || work.Run.Failure is not null) return StageEnd.Skipped;
        var begun = work.Machine.Time.GetTimestamp();
        for (var before = work.Run.Usage(memory: false).CpuNs; work.Machine.Time.GetElapsedTime(begun) < Limit;)
        {
            await Task.Delay(Step, work.Machine.Time, cancellation);
            var now = work.Run.Usage(memory: false).CpuNs;
            if (now - before <= QuietNs) return new StageEnd("idle");
            before = now;
        }

        return new StageEnd("still-busy");
    }
}
