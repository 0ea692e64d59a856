using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Targets;

/// <summary>Many starts at the same moment.</summary>
internal static class Storm
{
    private const int StackBytes = 256 << 10;

    /// <summary>So many requests at once, each over a connection that stands before the time begins; all are meant to start when the first is sent.</summary>
    public static async Task<IReadOnlyList<LoadSample>> RequestsAsync(ServedFunction served, int count, MeasuringMachine machine, CancellationToken cancellation)
    {
        var result = await LoadGenerator.RunAsync(
            new LoadPlan
            {
                Requests = [served.AsLoad()],
                Connections = count,
                MaximumRequests = count,
                Duration = TimeSpan.FromMinutes(1),
                Timeout = TimeSpan.FromSeconds(60),
                Core = machine.Cores.Generator,
            },
            machine.Clock,
            cancellation);
        var samples = new LoadSample[result.Samples.Count];
        for (var i = 0; i < samples.Length; i++) samples[i] = result.Samples[i] with { IntendedNs = result.BeginNs };
        return samples;
    }

    /// <summary>Does something on so many threads on the targets' cores, let go together; gives back what each returned, and when they were let go.</summary>
    public static async Task<(IReadOnlyList<T> Results, long BeganNs)> ThreadsAsync<T>(int count, MeasuringMachine machine, Func<int, T> work)
    {
        var results = new T[count];
        var failures = new Exception?[count];
        using var ready = new CountdownEvent(count);
        using var go = new ManualResetEventSlim();
        using var done = new CountdownEvent(count);
        for (var i = 0; i < count; i++)
        {
            var number = i;
            new Thread(() =>
            {
                Affinity.Bind(machine.Cores.Targets);
                ready.Signal();
                go.Wait();
                try
                {
                    results[number] = work(number);
                }
                catch (Exception e)
                {
                    failures[number] = e;
                }

                done.Signal();
            }, StackBytes)
            { IsBackground = true, Name = "storm" }.Start();
        }

        await Task.Run(ready.Wait);
        var began = machine.Clock.NowNs;
        go.Set();
        await Task.Run(done.Wait);
        if (failures.FirstOrDefault(f => f is not null) is { } failure) throw new TargetException($"{failures.Count(f => f is not null)} of {count} starts at once failed: {failure.Message}", failure);
        return (results, began);
    }
}
