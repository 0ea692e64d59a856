namespace EvalFaaS.Harness.Targets;

/// <summary>A function beside the measured one. It is kept up as its platform would keep it up; gone when disposed.</summary>
public interface INeighbour : IAsyncDisposable
{
    /// <summary>Where it is served.</summary>
    ServedFunction Served { get; }

    /// <summary>How often it was started again because it had ended; 0 where a failure ends an invocation alone.</summary>
    int Restarts { get; }
}
