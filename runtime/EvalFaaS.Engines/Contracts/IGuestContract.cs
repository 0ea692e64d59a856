using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>How a request becomes calls on an instance and its answer a response. Stateless; what it needs of an instance lies in the instance's state.</summary>
public interface IGuestContract
{
    /// <summary>Which contract it is.</summary>
    ContractKind Kind { get; }

    /// <summary>Whether an instance may take another invocation.</summary>
    bool Reusable { get; }

    /// <summary>Runs the state's invocation on the instance and marks <see cref="Phase.Init"/> and <see cref="Phase.Execute"/> in its ledger.</summary>
    Outcome Run(CoreInstance instance);
}
