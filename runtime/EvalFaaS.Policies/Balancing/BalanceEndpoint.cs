namespace EvalFaaS.Policies;

/// <summary>An endpoint as balancing sees it.</summary>
/// <param name="Id">Its number, dense from 0 and its own for as long as it lives.</param>
/// <param name="Alive">Whether it can take requests.</param>
/// <param name="Outstanding">Requests sent to it and not answered yet.</param>
public readonly record struct BalanceEndpoint(int Id, bool Alive = true, int Outstanding = 0);
