namespace EvalFaaS.Model;

/// <summary>One stretch of an invocation's time.</summary>
/// <param name="Phase">What was done.</param>
/// <param name="StartNs">Start, ns on the host's monotonic clock.</param>
/// <param name="EndNs">End, ns on the same clock.</param>
/// <param name="Attempt">Which attempt, from 1.</param>
/// <param name="Site">Index of the host in the ledger's list of sites; 0 is this host. Only durations cross hosts.</param>
/// <param name="Parent">Index of the span that this one lies in, or -1.</param>
public readonly record struct LedgerSpan(Phase Phase, long StartNs, long EndNs, int Attempt, int Site, int Parent);
