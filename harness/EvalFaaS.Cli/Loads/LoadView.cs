using System.Globalization;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.StandaloneLoad;
using Spectre.Console;

namespace EvalFaaS.Cli.Loads;

/// <summary>Shows a load while it runs.</summary>
internal interface ILoadView
{
    /// <summary>Shows it until it is over.</summary>
    Task ShowAsync(LoadRecorder recorder, TimeSpan duration, Task load);
}

/// <summary>A table that changes on a terminal, a plain line a second elsewhere; on stderr.</summary>
internal static class LoadView
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static ILoadView Choose(string url) => Console.IsErrorRedirected || !AnsiConsole.Profile.Capabilities.Ansi ? new Lines(url) : new Live(url);

    /// <summary>What happened in one second.</summary>
    private readonly record struct Moment(int Second, long Answered, long Failed, (long P50Ns, long P99Ns)? Latency)
    {
        public string P50 => Latency is { } l ? Quantity.Format(l.P50Ns, Figure.Nanoseconds) : "–";

        public string P99 => Latency is { } l ? Quantity.Format(l.P99Ns, Figure.Nanoseconds) : "–";
    }

    private static async Task EachSecondAsync(LoadRecorder recorder, Task load, Action<Moment> show)
    {
        using var timer = new PeriodicTimer(Second, TimeProvider.System);
        long ok = 0, failed = 0;
        for (var second = 1; ; second++)
        {
            var tick = timer.WaitForNextTickAsync().AsTask();
            if (await Task.WhenAny(tick, load) == load) return;
            var (okNow, othersNow) = (recorder.CountOf(LoadOutcome.Ok), recorder.Others);
            show(new Moment(second, okNow - ok, othersNow - failed, recorder.Recent()));
            (ok, failed) = (okNow, othersNow);
        }
    }

    private sealed class Lines(string url) : ILoadView
    {
        public Task ShowAsync(LoadRecorder recorder, TimeSpan duration, Task load)
        {
            Console.Error.WriteLine($"{url} for {duration.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)} s");
            return EachSecondAsync(recorder, load, m => Console.Error.WriteLine(
                $"{m.Second,4} s  {Quantity.Count(m.Answered)} answered  {Quantity.Count(m.Failed)} failed  median {m.P50}  99 % {m.P99}"));
        }
    }

    private sealed class Live(string url) : ILoadView
    {
        private const int Rows = 10;

        public async Task ShowAsync(LoadRecorder recorder, TimeSpan duration, Task load)
        {
            var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
            var table = new Table { Border = TableBorder.Simple, Title = new TableTitle(Markup.Escape(url)) };
            foreach (var column in new[] { "Second", "Answered", "Failed", "Median", "99 %" }) table.AddColumn(new TableColumn(column).RightAligned());
            await console.Live(table).AutoClear(true).StartAsync(context => EachSecondAsync(recorder, load, m =>
            {
                if (table.Rows.Count == Rows) table.RemoveRow(0);
                var failed = m.Failed > 0 ? $"[red]{Quantity.Count(m.Failed)}[/]" : "0";
                table.AddRow($"{m.Second} of {duration.TotalSeconds:0}", Quantity.Count(m.Answered), failed, m.P50, m.P99);
                context.Refresh();
            }));
        }
    }
}
