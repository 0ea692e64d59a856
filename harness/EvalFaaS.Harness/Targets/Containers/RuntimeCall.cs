namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>One call of a container runtime: its own command, or a request of its API. Times are ns on the run's clock.</summary>
/// <param name="BeganNs">When it was made.</param>
/// <param name="EndedNs">When it returned.</param>
/// <param name="ExitCode">The command's exit code; 0 for a request, whose failure is an exception.</param>
internal readonly record struct RuntimeCall(long BeganNs, long EndedNs, int ExitCode = 0);
