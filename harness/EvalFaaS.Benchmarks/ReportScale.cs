using System.Diagnostics;
using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Benchmarks;

/// <summary>
/// <c>dotnet run --project harness/EvalFaaS.Benchmarks -- report [SAMPLES]</c>: time and peak memory of the report over a synthetic result
/// of which every sample was kept (10 million, 2 GB of CSV), and of its verification.
/// </summary>
internal static class ReportScale
{
    private const int Blocks = 10, Cells = 5;

    public static int Run(string[] words)
    {
        if (words is ["--generate", var size, var into]) return Generate(into, int.Parse(size, CultureInfo.InvariantCulture));
        var samples = words is [var text] ? int.Parse(text, CultureInfo.InvariantCulture) : 10_000_000;
        var folder = Directory.CreateTempSubdirectory("evalfaas-report-").FullName;
        try
        {
            // In a process of its own, so that the peak printed here is the report's.
            using (var child = Process.Start(Environment.ProcessPath!, ["report", "--generate", $"{samples}", folder])) child.WaitForExit();
            Measure($"report over {samples:#,0} samples", () => ReportWriter.Write(folder));
            Measure("its verification", () => Trace.Assert(ReportVerifier.Verify(folder).Ok));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static int Generate(string folder, int samples)
    {
        new SyntheticRun(blocks: Blocks, requests: samples / Blocks / Cells).Write(folder, new ResultWriterOptions { SamplesPerTrial = int.MaxValue });
        return 0;
    }

    private static void Measure(string what, Action work)
    {
        File.WriteAllText("/proc/self/clear_refs", "5");
        var clock = Stopwatch.StartNew();
        work();
        var peak = File.ReadLines("/proc/self/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {clock.Elapsed.TotalSeconds:0.0} s, peak {long.Parse(peak, CultureInfo.InvariantCulture) / 1000} MB"));
    }
}
