using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Harness.Targets.Node;

namespace EvalFaaS.Loop.Replaying;

/// <summary>A started target with many functions that do the same and have nothing in common: each module has bytes of its own, so that keeping one loaded keeps no other.</summary>
public sealed class Fleet : IAsyncDisposable
{
    private readonly string _scratch;

    private Fleet(string scratch, MeasuringMachine machine, ITargetRun run, IReadOnlyList<IDeployedFunction> functions) =>
        (_scratch, Machine, Run, Functions) = (scratch, machine, run, functions);

    /// <summary>Cores and clock.</summary>
    public MeasuringMachine Machine { get; }

    /// <summary>The target.</summary>
    public ITargetRun Run { get; }

    /// <summary>The functions, in the order of their numbers.</summary>
    public IReadOnlyList<IDeployedFunction> Functions { get; }

    /// <summary>What each function is asked.</summary>
    public IReadOnlyList<LoadRequest> Requests => [.. Functions.Select(f => f.Served!.AsLoad())];

    /// <summary>Starts the target and deploys the functions.</summary>
    /// <param name="target">The target.</param>
    /// <param name="build">What all functions do; they are asked its default case.</param>
    /// <param name="count">How many.</param>
    /// <param name="program">The <c>evalfaas</c> program that nodes are started with.</param>
    /// <param name="progress">Told of each function.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="TargetException">The target cannot be had here, serves no load, or did not come up.</exception>
    public static async Task<Fleet> StartAsync(ITarget target, FunctionBuild build, int count, IReadOnlyList<string> program, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        Require(target, build);
        var scratch = Directory.CreateTempSubdirectory("evalfaas-fleet-").FullName;
        ITargetRun? run = null;
        var functions = new List<IDeployedFunction>();
        try
        {
            var machine = new MeasuringMachine { Clock = new MonotonicClock(TimeProvider.System), Time = TimeProvider.System, Cores = CpuSet.OfMachine(), Memory = null, Scratch = scratch, Program = program };
            progress.Report(new RunProgress(0, count, $"starting {target.Name}"));
            run = await target.StartAsync(machine, 0, cancellation);
            foreach (var setup in Setups(build, count, scratch))
            {
                functions.Add(await run.DeployAsync(setup, cancellation));
                progress.Report(new RunProgress(functions.Count, count, $"deploying to {target.Name}"));
            }

            return new Fleet(scratch, machine, run, functions);
        }
        catch
        {
            await EndAsync(functions, run, scratch);
            throw;
        }
    }

    /// <summary>Takes out of memory whatever the target can do without until it is called.</summary>
    public async Task UnloadAsync(CancellationToken cancellation)
    {
        foreach (var function in Functions) await function.UnloadAsync(cancellation);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await EndAsync(Functions, Run, _scratch);

    private static void Require(ITarget target, FunctionBuild build)
    {
        if (target.WhyUnavailable() is { } why) throw new TargetException($"{target.Name} cannot be had here: {why}");
        if (!target.Abilities.HasFlag(TargetAbilities.Load)) throw new TargetException($"{target.Name} serves no HTTP, so that no load can be sent to it.");
        if (target.NeedsNative && build.WhyNoNative is { } missing) throw new TargetException(missing);
    }

    private static IEnumerable<FunctionSetup> Setups(FunctionBuild build, int count, string scratch)
    {
        var setup = FunctionCatalogue.Setup(build, FunctionInput.Of(build.Function, null), build.Name) with { WithReuse = false };
        var module = File.ReadAllBytes(setup.Module);
        for (var number = 0; number < count; number++)
        {
            var path = Path.Combine(scratch, $"{number}.wasm");
            File.WriteAllBytes(path, [.. module, .. FunctionCopies.Mark(number)]);
            yield return setup with { Name = FunctionCopies.NameOf(setup, number), Module = path };
        }
    }

    private static async Task EndAsync(IReadOnlyList<IDeployedFunction> functions, ITargetRun? run, string scratch)
    {
        foreach (var function in functions) await function.DisposeAsync();
        if (run is not null) await run.DisposeAsync();
        Directory.Delete(scratch, recursive: true);
    }
}
