namespace EvalFaaS.Node.Problems;

/// <summary>Names of an enumeration as they stand in answers: kebab case, <c>FirstUse</c> is <c>first-use</c>.</summary>
internal static class WireName<T> where T : struct, Enum
{
    private static readonly string[] Names = [.. Enum.GetNames<T>().Select(Kebab)];

    /// <summary>The value's name. Values count from 0 without gaps.</summary>
    public static string Of(T value) => Names[Convert.ToInt32(value)];

    /// <summary>The value of this name, or null.</summary>
    public static T? Find(string name) => Array.IndexOf(Names, name) is var i and >= 0 ? Enum.GetValues<T>()[i] : null;

    private static string Kebab(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
