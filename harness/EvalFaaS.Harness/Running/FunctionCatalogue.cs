using System.Diagnostics;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Running;

/// <summary>A suite's functions as targets take them.</summary>
internal sealed class FunctionCatalogue
{
    private readonly Dictionary<Workload, (FunctionBuild Build, FunctionInput Input)> _functions = [];

    private FunctionCatalogue()
    {
    }

    /// <summary>Finds every function of the suite, and has the native programs built that are missing.</summary>
    /// <exception cref="FaultException">A function or a case is unknown.</exception>
    public static async Task<FunctionCatalogue> OpenAsync(FunctionLibrary library, Suite suite, CancellationToken cancellation)
    {
        var catalogue = new FunctionCatalogue();
        var measured = suite.Measures.SelectMany(m => m.Functions).SelectMany(f => f.Parts).Select(p => p.Workload);
        foreach (var workload in measured.Concat(suite.Measures.Select(m => m.Neighbour?.Workload).OfType<Workload>()).Distinct())
        {
            var build = library.Find(workload.Function);
            if (workload.ModuleBytes is { } bytes) build = Padded(build, library.Root, bytes);
            catalogue._functions[workload] = (build, FunctionInput.Of(build.Function, workload.Input));
        }

        var missing = catalogue._functions.Values.Select(f => f.Build).Where(b => b is { NativePath: not null, HasNative: false }).Select(b => b.Name).Distinct().ToArray();
        if (missing.Length > 0) await BuildAsync(library.Root, missing, cancellation);
        return catalogue;
    }

    /// <summary>Workloads in languages that have no native programs, and why.</summary>
    public IReadOnlyDictionary<Workload, string> WithoutNative =>
        _functions.Where(f => f.Value.Build.NativePath is null)
            .ToDictionary(f => f.Key, f => f.Key.ModuleBytes is null ? f.Value.Build.WhyNoNative! : "a WebAssembly module is padded, and a native program is not: its size is another thing.");

    /// <summary>The function of a workload, of a mix its first.</summary>
    public FunctionSetup Setup(Workload workload)
    {
        var (build, input) = _functions[workload.Parts[0].Workload];
        var setup = Setup(build, input, Name(workload));
        return workload.ModuleBytes is null ? setup : setup with { Script = null };
    }

    /// <summary>A function of the library as targets take it.</summary>
    /// <param name="build">The function.</param>
    /// <param name="input">What it is asked.</param>
    /// <param name="name">Its name there, a DNS label.</param>
    public static FunctionSetup Setup(FunctionBuild build, FunctionInput input, string name)
    {
        var request = input.Request;
        return new FunctionSetup
        {
            Name = name,
            Module = build.ReactorPath,
            Native = build.HasNative ? build.NativePath : null,
            WhyNoNative = build.WhyNoNative,
            MemoryBytes = build.Function.MemoryBytes,
            ResponseBytes = build.Function.ResponseBytes,
            Timeout = build.Function.Timeout,
            WasiCommand = build.CommandPath,
            Script = build.Function.Script,
            Case = new RequestCase(request.Method, request.Target, [.. request.Headers], request.Body?.ToBytes() ?? [], input.Expected),
        };
    }

    /// <summary>A neighbour's function, under a name of its own: it may be the measured one's, too.</summary>
    public FunctionSetup Neighbour(NeighbourSpec neighbour) => Setup(neighbour.Workload) with { Name = $"beside-{Name(neighbour.Workload)}" };

    /// <summary>A DNS label.</summary>
    private static string Name(Workload workload) => string.Concat((workload.Label + Size(workload, "-")).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static string Size(Workload workload, string before) => workload.ModuleBytes is { } bytes ? FormattableString.Invariant($"{before}{bytes}") : "";

    private static FunctionBuild Padded(FunctionBuild build, string root, int bytes) =>
        build with { ReactorPath = PaddedModules.Path(root, build.ReactorPath, bytes), CommandPath = PaddedModules.Path(root, build.CommandPath, bytes), NativePath = null };

    /// <summary>What the result says of the functions.</summary>
    public IEnumerable<FunctionRecord> Records() => _functions.Select(f =>
    {
        var bytes = File.ReadAllBytes(f.Value.Build.ReactorPath);
        return new FunctionRecord(f.Key.Label + Size(f.Key, ", padded to "), f.Value.Build.Language, ModuleDigest.Of(bytes).ToString(), bytes.Length, f.Value.Input.Description);
    });

    /// <summary>Without a compiler nothing is built, and the targets that need it say so themselves.</summary>
    private static async Task BuildAsync(string root, string[] names, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(Path.Combine(root, "build.sh")) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("--native");
        foreach (var name in names) start.ArgumentList.Add(name);
        using var build = Process.Start(start)!;
        await Task.WhenAll(build.StandardOutput.ReadToEndAsync(cancellation), build.StandardError.ReadToEndAsync(cancellation));
        await build.WaitForExitAsync(cancellation);
    }
}
