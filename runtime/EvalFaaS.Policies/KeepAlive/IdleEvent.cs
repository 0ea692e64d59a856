namespace EvalFaaS.Policies;

/// <summary>An instance has become idle, or has been idle until a review.</summary>
/// <param name="Function">The function's number.</param>
/// <param name="Now">The time, seconds on the executor's clock.</param>
/// <param name="Running">Invocations of the function that still run, on other instances.</param>
/// <param name="OtherIdle">Other idle instances of the function.</param>
/// <param name="IdleFor">Seconds since it became idle: 0, except at a review.</param>
public readonly record struct IdleEvent(int Function, double Now, int Running = 0, int OtherIdle = 0, double IdleFor = 0);
