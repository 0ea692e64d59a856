namespace EvalFaaS.Model;

/// <summary>Why something was not done: which component failed, why, and whether a retry may help.</summary>
/// <param name="Kind">What went wrong.</param>
/// <param name="Component">Which component says so, for example <c>engine/wasmtime</c>, <c>admission</c>, <c>source/http</c>.</param>
/// <param name="Message">What is wrong, where, and how to mend it.</param>
/// <param name="RetryMayHelp">Whether the same request may succeed later or elsewhere.</param>
public sealed record InvocationFault(FaultKind Kind, string Component, string Message, bool RetryMayHelp = false)
{
    /// <summary>The trap's name where <see cref="Kind"/> is <see cref="FaultKind.Trap"/>, for example <c>unreachable</c>.</summary>
    public string? Trap { get; init; }

    /// <summary>The guest's exit code where it ended by itself.</summary>
    public int? ExitCode { get; init; }
}
