using EvalFaaS.Harness.Running;
using Spectre.Console;

namespace EvalFaaS.Cli.Terminal;

/// <summary>Progress of a run: a bar on a terminal, a plain line for each tenth elsewhere.</summary>
internal static class ProgressLine
{
    /// <summary>Shows the progress of some work, counted in units.</summary>
    public static async Task<T> ShowAsync<T>(string title, Func<IProgress<RunProgress>, Task<T>> work, string unit = "trials")
    {
        if (Console.IsErrorRedirected || !AnsiConsole.Profile.Capabilities.Ansi) return await work(new Lines(title, unit));
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await work(new Bar(context.AddTask(Markup.Escape(title)))));
    }

    /// <summary>Does some work and shows nothing, for machines.</summary>
    public static Task<T> HideAsync<T>(Func<IProgress<RunProgress>, Task<T>> work) => work(SilentProgress.Instance);

    private sealed class Bar(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.IsIndeterminate = value.Total == 0;
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
            task.Description = Markup.Escape(value.What);
        }
    }

    private sealed class Lines(string title, string unit) : IProgress<RunProgress>
    {
        private int _tenth = -1;
        private bool _begun;
        private string? _what;

        public void Report(RunProgress value)
        {
            if (value.Done == 0)
            {
                if (value.What != _what) Console.Error.WriteLine($"{title}: {value.What}");
                _what = value.What;
                return;
            }

            if (!_begun) Console.Error.WriteLine($"{title}: {value.Total} {unit}");
            _begun = true;
            var tenth = value.Done * 10 / value.Total;
            if (tenth == _tenth) return;
            _tenth = tenth;
            Console.Error.WriteLine($"{title}: {value.Done} of {value.Total} {unit}");
        }
    }
}
