using System.Net;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>Waits for the first answers of many servers that are just starting: goes round those that have not answered yet. Times are as fine as one round.</summary>
internal sealed class FirstAnswers(IReadOnlyList<IPEndPoint> addresses, ReadOnlyMemory<byte> request, ReadOnlyMemory<byte>? expected, MonotonicClock clock, IReadOnlyList<FileMoment> created)
{
    private volatile string? _gaveUp;

    /// <summary>Begins to ask, on a thread of its own.</summary>
    public Task<LoadSample[]> Start(IReadOnlyList<int> cores, TimeSpan timeout) =>
        Task.Factory.StartNew(() => Affinity.On(cores, () => Ask(timeout)), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Ends the asking: some will never answer.</summary>
    public void GiveUp(string why) => _gaveUp = why;

    private LoadSample[] Ask(TimeSpan timeout)
    {
        var samples = new LoadSample[addresses.Count];
        Array.Fill(samples, new LoadSample { Outcome = LoadOutcome.Timeout });
        var left = Enumerable.Range(0, samples.Length).ToList();
        var (answer, buffer) = (new HttpAnswer(), new byte[64 << 10]);
        var limit = clock.NowNs + (long)timeout.TotalNanoseconds;
        while (left.Count > 0 && clock.NowNs < limit && _gaveUp is null)
            left.RemoveAll(i =>
            {
                var answered = FirstAnswer.TryOnce(addresses[i], request, expected, ref samples[i], limit, answer, buffer, clock);
                created[i].Look();
                return answered;
            });
        if (_gaveUp is { } why) throw new InvalidOperationException(why);
        return samples;
    }
}
