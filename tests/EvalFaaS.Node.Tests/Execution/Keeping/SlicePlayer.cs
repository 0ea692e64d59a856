using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

/// <summary>Plays a slice on a node whose clock stands still between its moments.</summary>
internal sealed class SlicePlayer
{
    private readonly RuntimeBench _bench;
    private readonly DateTimeOffset _begin;
    private readonly Dictionary<RecordedCall, FakeCall> _running = [];
    private readonly Dictionary<string, Guest> _guests = [];

    public SlicePlayer(RuntimeBench bench)
    {
        (_bench, _begin) = (bench, bench.Time.GetUtcNow());
        bench.Engine.Guest = (context, _) =>
        {
            var guest = _guests[context.InvocationId];
            guest.Begun.SetResult();
            return new ValueTask<Outcome>(guest.Ended.Task);
        };
    }

    /// <summary>Calls that found their code not loaded.</summary>
    public int ColdStarts { get; private set; }

    /// <summary>Goes on to a moment; what keep-alive has to load until then is loaded.</summary>
    public async Task GoToAsync(double seconds)
    {
        _bench.Time.Advance(_begin + TimeSpan.FromSeconds(seconds) - _bench.Time.GetUtcNow());
        await SweepAsync();
    }

    public async Task BeginAsync(RecordedCall call)
    {
        var id = $"{_guests.Count:x32}";
        var guest = _guests[id] = new Guest();
        _running[call] = _bench.Begin(_bench.Find($"f{call.Function}"), c => c.Id = id);
        await guest.Begun.Task;
        if (_running[call].Ledger.StartState != StartState.FreshInstance) ColdStarts++;
        await SweepAsync();
    }

    public async Task EndAsync(RecordedCall call)
    {
        _running.Remove(call, out var running);
        _guests[running!.Context.Id].Ended.SetResult(Outcome.Ok);
        await running.Outcome;
        running.Ledger.Mark(Phase.Respond);
        running.Complete();
        await SweepAsync();
    }

    private async Task SweepAsync()
    {
        _bench.Runtime.KeepAlive.Sweep();
        foreach (var function in _bench.Runtime.List(null))
            if (function.Slot.Flight is { } loading) await loading.Task;
    }

    private sealed class Guest
    {
        public TaskCompletionSource Begun { get; } = new();

        public TaskCompletionSource<Outcome> Ended { get; } = new();
    }
}
