namespace EvalFaaS.Model;

/// <summary>The label rule of RFC 1123, section 2.1, in lower case: what namespaces, functions and revisions are named by.</summary>
public static class DnsLabel
{
    /// <summary>The longest label, in characters.</summary>
    public const int MaximumLength = 63;

    /// <summary>Whether the text is 1 to 63 of <c>a-z 0-9 -</c> and neither starts nor ends with a hyphen.</summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        if (text.Length is 0 or > MaximumLength || text[0] == '-' || text[^1] == '-') return false;
        foreach (var c in text)
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c != '-') return false;
        return true;
    }
}
