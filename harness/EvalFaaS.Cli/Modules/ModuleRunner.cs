using EvalFaaS.Cli.Terminal;
using EvalFaaS.Engines;
using EvalFaaS.Harness.Targets;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Modules;

/// <summary>Compiles, loads and runs one module once.</summary>
internal sealed class ModuleRunner(string engineName, InvocationLimits limits, bool stubImports)
{
    private const int WorkerCount = 1;

    /// <summary>Runs it as a plain process.</summary>
    /// <returns>The guest's exit code, 134 after a trap, 124 after the time limit, 130 when interrupted.</returns>
    public async Task<int> RunAsync(string path, GuestEnvironment environment, CancellationToken cancellation)
    {
        var module = ModuleFile.Open(path);
        if (module.Interface.Contract != ContractKind.WasiCommand)
            throw new FaultException(FaultKind.ContractMismatch, "module", $"{path} exports no _start, so it is no WASI command. `evalfaas module inspect {path}` shows what it is; a reactor is called with `evalfaas function deploy` and `invoke`.");
        if (!stubImports) RequireGranted(path, module.Interface);
        using var engine = EngineChoice.Find(engineName).Create(new EngineOptions { MaximumInstances = WorkerCount, Workers = WorkerCount });
        var folder = Directory.CreateTempSubdirectory("evalfaas-module-").FullName;
        try
        {
            string? code = null;
            if (engine.Description.Capabilities.AheadOfTime)
            {
                code = Path.Combine(folder, "code");
                await engine.CompileAsync(module, code, cancellation);
            }

            var imports = stubImports ? StubImports.Complete(StandardImports.All, module.Interface) : StandardImports.All;
            using var loaded = await engine.LoadAsync(module, code, imports, cancellation);
            return await RunAsync(loaded, environment, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<int> RunAsync(CompiledModule loaded, GuestEnvironment environment, CancellationToken interrupt)
    {
        var cancellation = new InvocationCancellation(TimeProvider.System);
        cancellation.Arm(limits.Timeout);
        await using var registration = interrupt.Register(() => cancellation.Request(CancelReason.Kill));
        var fault = await InvokeAsync(loaded, environment, cancellation);
        if (fault is null) return ExitCode.Done;
        if (fault.ExitCode is { } exit) return exit;
        await Console.Error.WriteLineAsync($"evalfaas: {fault.Message}");
        return fault.Kind switch
        {
            FaultKind.Deadline => ExitCode.TimedOut,
            FaultKind.Killed => ExitCode.Interrupted,
            FaultKind.Trap or FaultKind.StackOverflow or FaultKind.MemoryLimit or FaultKind.TableLimit => ExitCode.Trapped,
            _ => ExitCode.Failed,
        };
    }

    private async Task<InvocationFault?> InvokeAsync(CompiledModule loaded, GuestEnvironment environment, InvocationCancellation cancellation)
    {
        try
        {
            using var instance = await loaded.InstantiateAsync(limits, cancellation);
            await using var context = new ProcessInvocation(environment, limits);
            // On a thread of its own: guests may use more stack than a pool thread has to spare.
            var outcome = await Task.Factory.StartNew(() => instance.InvokeAsync(context, cancellation).AsTask(), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
            await context.FlushAsync();
            return outcome.Fault;
        }
        catch (FaultException e)
        {
            // An engine in this process says at once that a limit is too small to begin with, one in a worker only at the first call.
            return e.Fault;
        }
    }

    private static void RequireGranted(string path, ModuleInterface module)
    {
        var missing = StandardImports.All.Missing(module).ToArray();
        if (missing.Length > 0)
            throw new FaultException(FaultKind.ImportMissing, "module", $"{path} imports what nothing here grants: {string.Join<ModuleImport>(", ", missing)}. --stub-imports answers functions that are not known with zeros.");
    }
}
