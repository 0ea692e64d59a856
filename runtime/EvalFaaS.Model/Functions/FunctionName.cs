using System.Diagnostics.CodeAnalysis;

namespace EvalFaaS.Model;

/// <summary>A function's name within its namespace. The namespace is the tenant.</summary>
/// <param name="Namespace">The tenant; <see cref="DefaultNamespace"/> unless given.</param>
/// <param name="Name">The function, unique in its namespace.</param>
/// <remarks>Both parts are DNS labels (RFC 1123): 1 to 63 of <c>a-z 0-9 -</c>, neither first nor last a hyphen.</remarks>
public readonly record struct FunctionName(string Namespace, string Name)
{
    /// <summary>The namespace of a function that names none.</summary>
    public const string DefaultNamespace = "default";

    /// <summary>Reads <c>name</c> or <c>namespace/name</c>.</summary>
    /// <param name="text">What the user wrote.</param>
    /// <param name="name">The name read.</param>
    /// <returns>False when a part is no DNS label.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, out FunctionName name)
    {
        name = default;
        if (text is null) return false;
        var slash = text.IndexOf('/');
        var parsed = slash < 0
            ? new FunctionName(DefaultNamespace, text)
            : new FunctionName(text[..slash], text[(slash + 1)..]);
        if (!DnsLabel.IsValid(parsed.Namespace) || !DnsLabel.IsValid(parsed.Name)) return false;
        name = parsed;
        return true;
    }

    /// <summary>Reads <c>name</c> or <c>namespace/name</c>.</summary>
    /// <exception cref="FormatException">A part is no DNS label; the message names it.</exception>
    public static FunctionName Parse(string text) => TryParse(text, out var name)
        ? name
        : throw new FormatException(
            $"'{text}' is not a function name. Write name or namespace/name, each 1 to 63 of a-z, 0-9 and '-', not starting or ending with '-'.");

    /// <summary><c>namespace/name</c>.</summary>
    public override string ToString() => $"{Namespace}/{Name}";
}
