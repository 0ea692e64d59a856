namespace EvalFaaS.Policies;

/// <summary>What is ready of a function.</summary>
/// <param name="Function">The function's number.</param>
/// <param name="Now">The time, seconds on the executor's clock.</param>
/// <param name="ModuleLoaded">Whether its code is loaded.</param>
/// <param name="Instances">Instances that are there, idle, busy or starting.</param>
public readonly record struct WarmUpQuestion(int Function, double Now, bool ModuleLoaded, int Instances)
{
    /// <summary>How far a decision has been carried out.</summary>
    public ProvisionStatus StatusOf(in WarmUpDecision decision) => decision.Action switch
    {
        WarmUpAction.None => ProvisionStatus.NotProvisioned,
        WarmUpAction.LoadModule => ModuleLoaded ? ProvisionStatus.Provisioned : ProvisionStatus.Provisioning,
        _ => Instances >= decision.Instances ? ProvisionStatus.Provisioned : ProvisionStatus.Provisioning,
    };
}
