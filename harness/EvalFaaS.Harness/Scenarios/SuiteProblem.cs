namespace EvalFaaS.Harness.Scenarios;

/// <summary>One thing that is wrong in a suite file.</summary>
/// <param name="File">The file.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Message">What is wrong and how to mend it.</param>
public sealed record SuiteProblem(string File, long Line, long Column, string Message)
{
    /// <summary>As compilers print it: <c>file:line:column: message</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}

/// <summary>A suite file that cannot be used.</summary>
/// <param name="problems">All that was found, in the order of the file.</param>
public sealed class SuiteException(IReadOnlyList<SuiteProblem> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>All that was found, in the order of the file; at least one.</summary>
    public IReadOnlyList<SuiteProblem> Problems { get; } = problems;
}
