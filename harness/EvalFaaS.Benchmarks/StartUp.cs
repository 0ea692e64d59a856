using System.Diagnostics;
using System.Globalization;

namespace EvalFaaS.Benchmarks;

/// <summary><c>dotnet run --project harness/EvalFaaS.Benchmarks -- start</c>: how long <c>./evalfaas</c> takes from its call to its end, wrapper included.</summary>
internal static class StartUp
{
    private const int Runs = 15;

    public static int Run(string[] words)
    {
        var wrapper = words is [var path] ? path : "./evalfaas";
        foreach (var option in new[] { "--version", "--help" })
        {
            Call(wrapper, option);
            var times = Enumerable.Range(0, Runs).Select(_ => Call(wrapper, option)).Order().ToArray();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{wrapper} {option}: median {times[Runs / 2]:0} ms, slowest of {Runs} {times[^1]:0} ms"));
        }
        return 0;
    }

    private static double Call(string program, string option)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(program, [option]) { RedirectStandardOutput = true })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return clock.Elapsed.TotalMilliseconds;
    }
}
