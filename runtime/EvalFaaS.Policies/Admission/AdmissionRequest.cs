namespace EvalFaaS.Policies;

/// <summary>A request at the door.</summary>
/// <param name="Function">The function's number.</param>
/// <param name="Now">The time, seconds on the executor's clock.</param>
/// <param name="Deadline">When its answer is worth nothing any more, seconds on the same clock; infinite where never.</param>
/// <param name="Running">Requests of the function that run.</param>
/// <param name="Queued">Requests of the function that wait.</param>
/// <param name="Slots">Requests that can run at a time, over all instances that are or may be made.</param>
/// <param name="ServiceSeconds">How long one runs, on average as far as known, seconds.</param>
/// <param name="FirstOfQueue">Whether it is at the head of the queue already and asks again.</param>
public readonly record struct AdmissionRequest(
    int Function, double Now, double Deadline, int Running, int Queued, int Slots, double ServiceSeconds = 0, bool FirstOfQueue = false);
