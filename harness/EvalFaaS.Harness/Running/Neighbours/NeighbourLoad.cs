using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>Has a measure's neighbour at work while something is measured, and writes down what it did.</summary>
/// <remarks>
/// Its generator is a thread of its own on the generator's core, which runs only while the measured function's generator leaves the core alone: it can
/// delay no request of it. Whether that held is what the schedule fidelity of the trial says.
/// </remarks>
internal sealed class NeighbourLoad(TrialWork work, NeighbourSpec spec) : ISideLoad<NeighbourDoings>
{
    // Longer than any trial; the load is ended when the measured one is.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(1), ReadyLimit = TimeSpan.FromSeconds(2), Patience = TimeSpan.FromMilliseconds(250);

    /// <summary>Has it at work until the measured load is over. What it did stands in the trial then, however that one ended.</summary>
    public async Task<NeighbourDoings> RunAsync(Action begun, CancellationToken over)
    {
        var setup = work.Functions.Neighbour(spec);
        await using var neighbour = await work.Run.DeployNeighbourAsync(setup, over);
        var log = new NeighbourLog();
        var load = LoadGenerator.RunAsync(Plan(setup, neighbour.Served, log), work.Machine.Clock, over);
        // It is at work from the first measured request on: its own first one has ended, however it did.
        await Task.WhenAny(log.First, load, Task.Delay(ReadyLimit, work.Machine.Time, over));
        log.CountFrom(work.Machine.Clock.NowNs);
        begun();
        await load;
        var did = log.Read(spec.Name, neighbour.Restarts);
        work.Trial = work.Trial with { Neighbour = did };
        return did;
    }

    private LoadPlan Plan(FunctionSetup setup, ServedFunction served, NeighbourLog log) => new()
    {
        Requests = [served.AsLoad()],
        Connections = spec.Connections,
        Arrivals = spec.RatePerSecond is { } rate ? RateArrivals.Even(new ConstantShape().Of(rate, Longest)) : null,
        Think = new ThinkTime(Pause, IsExponential: false),
        Duration = Longest,
        // Where the platform knows no time limit, the client gives up a little later than the platform would have.
        Timeout = (setup.Timeout ?? InvocationDefault) + Patience,
        Core = work.Machine.Cores.Generator,
        StandsBack = true,
        MostLostInARow = int.MaxValue,
        Seed = work.Random.Next(),
        Sink = log,
    };

    private static readonly TimeSpan InvocationDefault = new Model.InvocationLimits().Timeout;
}
