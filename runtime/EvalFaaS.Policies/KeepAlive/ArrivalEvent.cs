namespace EvalFaaS.Policies;

/// <summary>An invocation arrives.</summary>
/// <param name="Function">The function's number.</param>
/// <param name="Now">The time, seconds on the executor's clock.</param>
/// <param name="Running">Invocations of the function that are running already, without this one.</param>
/// <param name="Cold">Whether no kept instance could take it.</param>
public readonly record struct ArrivalEvent(int Function, double Now, int Running = 0, bool Cold = false);
