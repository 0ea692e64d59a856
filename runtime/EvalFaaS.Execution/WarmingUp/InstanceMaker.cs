using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Makes instances ahead of their calls, for revisions that reuse them.</summary>
internal sealed class InstanceMaker(ModuleCache modules, TimeProvider time)
{
    /// <summary>Begins to make what is missing of so many, which then stay idle until a time or until they are taken. What fails is left to the call to tell.</summary>
    /// <param name="function">The revision.</param>
    /// <param name="instances">Instances that are to be there, those that run among them.</param>
    /// <param name="until">Seconds on the node's clock.</param>
    public void Make(DeployedFunction function, int instances, double until)
    {
        if (function.Pool is not { } pool || pool.Reserve(instances - function.Running) is not (> 0 and var missing)) return;
        _ = Task.Run(async () =>
        {
            for (; missing > 0; missing--)
            {
                try
                {
                    pool.Fill(await OneAsync(function).ConfigureAwait(false), time.NowNs(), until);
                }
                catch (Exception e) when (e is FaultException or OperationCanceledException)
                {
                    pool.Fill(null, time.NowNs(), until);
                }
            }
        });
    }

    private async Task<WasmInstance> OneAsync(DeployedFunction function)
    {
        LoadedModule? module;
        while ((module = function.Slot.TryAcquire(time.NowNs())) is null)
            if (modules.Load(function.Slot) is { } flight) await flight.Task.ConfigureAwait(false);
        try
        {
            return await module.Compiled.InstantiateAsync(function.Revision.Limits, new InvocationCancellation(time)).ConfigureAwait(false);
        }
        finally
        {
            module.Release();
        }
    }
}
