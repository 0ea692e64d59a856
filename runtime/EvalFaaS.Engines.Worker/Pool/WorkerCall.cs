namespace EvalFaaS.Engines.Worker;

/// <summary>What an invocation runs on.</summary>
/// <param name="Module">The module.</param>
/// <param name="Surroundings">What it finds around it.</param>
/// <param name="Instance">The instance's identity.</param>
/// <param name="Flags">Whether the instance is new, whether it is its last invocation.</param>
/// <param name="NeedsHead">Whether the guest can ask for anything of the request's head.</param>
internal readonly record struct WorkerCall(ModuleDefinition Module, Surroundings Surroundings, long Instance, InvokeFlags Flags, bool NeedsHead)
{
    /// <summary>What its function holds of the workers.</summary>
    public WorkerClaim Claim => Surroundings.Claim ?? throw new InvalidOperationException("These surroundings came from elsewhere.");
}
