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
    private readonly Dictionary<Workload, (FunctionBuild Build, FunctionCase Case)> _functions = [];

    private FunctionCatalogue()
    {
    }

    /// <summary>Finds every function of the suite, and has the native programs built that are missing.</summary>
    /// <exception cref="FaultException">A function or a case is unknown.</exception>
    public static async Task<FunctionCatalogue> OpenAsync(FunctionLibrary library, Suite suite, CancellationToken cancellation)
    {
        var catalogue = new FunctionCatalogue();
        foreach (var workload in suite.Measures.SelectMany(m => m.Functions).SelectMany(f => f.Parts).Select(p => p.Workload).Distinct())
        {
            var build = library.Find(workload.Function);
            if (workload.ModuleBytes is { } bytes) build = Padded(build, library.Root, bytes);
            catalogue._functions[workload] = (build, workload.Input is { } input ? build.Function.Case(input) : build.Function.DefaultCase);
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
        var (build, @case) = _functions[workload.Parts[0].Workload];
        var request = @case.Request;
        return new FunctionSetup
        {
            Name = Name(workload),
            Module = build.ReactorPath,
            Native = build.HasNative ? build.NativePath : null,
            WhyNoNative = build.WhyNoNative,
            MemoryBytes = build.Function.MemoryBytes,
            WasiCommand = build.CommandPath,
            Script = workload.ModuleBytes is null ? build.Function.Script : null,
            Case = new RequestCase(request.Method, request.Target, [.. request.Headers], request.Body?.ToBytes() ?? [], (ReadOnlyMemory<byte>?)@case.Response.Body.ToBytes()),
        };
    }

    /// <summary>A DNS label.</summary>
    private static string Name(Workload workload) => string.Concat((workload.Label + Size(workload, "-")).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    private static string Size(Workload workload, string before) => workload.ModuleBytes is { } bytes ? FormattableString.Invariant($"{before}{bytes}") : "";

    private static FunctionBuild Padded(FunctionBuild build, string root, int bytes) =>
        build with { ReactorPath = PaddedModules.Path(root, build.ReactorPath, bytes), CommandPath = PaddedModules.Path(root, build.CommandPath, bytes), NativePath = null };

    /// <summary>What the result says of the functions.</summary>
    public IEnumerable<FunctionRecord> Records() => _functions.Select(f =>
    {
        var bytes = File.ReadAllBytes(f.Value.Build.ReactorPath);
        return new FunctionRecord(f.Key.Label + Size(f.Key, ", padded to "), f.Value.Build.Language, ModuleDigest.Of(bytes).ToString(), bytes.Length, f.Value.Case.Description ?? f.Value.Case.Name);
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
