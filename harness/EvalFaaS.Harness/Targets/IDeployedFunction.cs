namespace EvalFaaS.Harness.Targets;

/// <summary>A function in a started target.</summary>
public interface IDeployedFunction : IAsyncDisposable
{
    /// <summary>Where it is served under load; null where the target does not serve HTTP.</summary>
    ServedFunction? Served { get; }

    /// <summary>Everything that it serves, so that a target's own code is warm before starts of a function are measured.</summary>
    IEnumerable<ServedFunction> Endpoints => Served is { } served ? [served] : [];

    /// <summary>The start state from which it is started again and again before starts are measured, where the target lives on between them but serves no HTTP; null elsewhere.</summary>
    string? WarmUpState => null;

    /// <summary>Forces a start state and measures the one call that finds it.</summary>
    /// <exception cref="TargetException">The state could not be forced.</exception>
    Task<StartObservation> StartOnceAsync(string state, CancellationToken cancellation);

    /// <summary>Forces a start state and measures so many calls at the same moment that find it; of the target's <see cref="ITarget.StormStates"/>.</summary>
    /// <exception cref="TargetException">The state could not be forced, or some could not be started.</exception>
    Task<IReadOnlyList<StartObservation>> StartManyAsync(string state, int count, CancellationToken cancellation) =>
        throw new TargetException("This target starts one instance after the other.");

    /// <summary>Takes out of memory what it can do without until the next call, where the target keeps anything; else nothing happens.</summary>
    Task UnloadAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Deploys so many functions that do the same, each from a module of its own, beside this one.</summary>
    /// <exception cref="TargetException">The target takes one function alone.</exception>
    Task DeployCopiesAsync(int count, CancellationToken cancellation) => throw new TargetException("This target does not take many functions.");

    /// <summary>Calls one of these, whose code lies on disk in a warm page cache.</summary>
    Task<StartObservation> CallCopyAsync(int number, CancellationToken cancellation) => throw new TargetException("This target does not take many functions.");

    /// <summary>Brings up so many live instances, each of which has run once, and tells what memory they take together.</summary>
    Task<InstanceMemory> HoldInstancesAsync(int count, CancellationToken cancellation);
}
