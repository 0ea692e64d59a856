namespace EvalFaaS.Policies;

/// <summary>The load of a function over about a second.</summary>
/// <param name="At">When the sample ends, seconds on the executor's clock.</param>
/// <param name="Concurrency">Requests in the system, running or waiting, averaged over the time.</param>
/// <param name="RequestsPerSecond">Requests that arrived, a second.</param>
/// <param name="Queued">Requests that wait at the end.</param>
/// <param name="OldestWait">How long the first in the queue has waited, seconds.</param>
/// <param name="Cpu">CPU used by the ready instances as a share of what they may use.</param>
/// <param name="Memory">Memory used by the ready instances as a share of what they may use.</param>
public readonly record struct LoadSample(double At, double Concurrency, double RequestsPerSecond = 0, int Queued = 0, double OldestWait = 0, double Cpu = 0, double Memory = 0);
