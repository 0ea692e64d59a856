using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Running;

namespace EvalFaaS.Cli.Predicting;

/// <summary>Shows the progress of work that tells the share done.</summary>
internal static class PredictProgress
{
    private const int Steps = 1000;

    /// <summary>A bar on a terminal; elsewhere nothing, because the work takes a minute or two.</summary>
    public static T Show<T>(string title, Func<IProgress<double>?, T> work) =>
        Console.IsErrorRedirected ? work(null)
            : ProgressLine.ShowAsync(title, bar => Task.FromResult(work(new Shares(title, bar)))).GetAwaiter().GetResult();

    private sealed class Shares(string title, IProgress<RunProgress> bar) : IProgress<double>
    {
        public void Report(double value) => bar.Report(new RunProgress((int)(value * Steps), Steps, title));
    }
}
