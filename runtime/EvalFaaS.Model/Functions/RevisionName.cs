using System.Diagnostics.CodeAnalysis;

namespace EvalFaaS.Model;

/// <summary>A function's identity everywhere: <c>namespace/name@revision</c>.</summary>
/// <param name="Function">The function.</param>
/// <param name="Revision">The immutable revision, a DNS label.</param>
public readonly record struct RevisionName(FunctionName Function, string Revision)
{
    /// <summary>Reads <c>[namespace/]name@revision</c>.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RevisionName name)
    {
        name = default;
        var at = text?.IndexOf('@') ?? -1;
        if (at < 0 || !FunctionName.TryParse(text![..at], out var function)) return false;
        var revision = text[(at + 1)..];
        if (!DnsLabel.IsValid(revision)) return false;
        name = new RevisionName(function, revision);
        return true;
    }

    /// <summary><c>namespace/name@revision</c>.</summary>
    public override string ToString() => $"{Function}@{Revision}";
}
