using EvalFaaS.Model;

namespace EvalFaaS.Node.Functions;

/// <summary>
/// A request path that names a function: <c>/fn/NAME[@REVISION][/PATH]</c> in the default namespace, <c>/ns/NAMESPACE/fn/NAME[@REVISION][/PATH]</c> in others.
/// Reading it allocates nothing.
/// </summary>
internal readonly ref struct FunctionPath
{
    private const string DefaultPrefix = "/fn/";
    private const string NamespacePrefix = "/ns/";

    /// <summary>The namespace as written; not checked to be a valid name.</summary>
    public ReadOnlySpan<char> Namespace { get; private init; }

    /// <summary>The function as written.</summary>
    public ReadOnlySpan<char> Name { get; private init; }

    /// <summary>The revision as written; empty for the current one.</summary>
    public ReadOnlySpan<char> Revision { get; private init; }

    /// <summary>Length of the part that leads to the function; the rest is the function's own path.</summary>
    public int Length { get; private init; }

    /// <summary>Whether a path lies below a function's prefix.</summary>
    public static bool TryParse(ReadOnlySpan<char> path, out FunctionPath parsed)
    {
        parsed = default;
        ReadOnlySpan<char> ns = FunctionName.DefaultNamespace;
        var nameStart = DefaultPrefix.Length;
        if (!path.StartsWith(DefaultPrefix, StringComparison.Ordinal))
        {
            if (!path.StartsWith(NamespacePrefix, StringComparison.Ordinal)) return false;
            var rest = path[NamespacePrefix.Length..];
            var end = rest.IndexOf('/');
            if (end < 0 || !rest[end..].StartsWith(DefaultPrefix, StringComparison.Ordinal)) return false;
            ns = rest[..end];
            nameStart = NamespacePrefix.Length + end + DefaultPrefix.Length;
        }

        var name = path[nameStart..];
        var slash = name.IndexOf('/');
        if (slash >= 0) name = name[..slash];
        var at = name.IndexOf('@');
        parsed = new FunctionPath
        {
            Namespace = ns,
            Name = at < 0 ? name : name[..at],
            Revision = at < 0 ? default : name[(at + 1)..],
            Length = nameStart + name.Length,
        };
        return true;
    }
}
