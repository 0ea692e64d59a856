using EvalFaaS.Cli.Terminal;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>KEY=VALUE</c> as options take it.</summary>
internal static class KeyValue
{
    public static KeyValuePair<string, string> Parse(string text, string option)
    {
        var equals = text.IndexOf('=');
        return equals > 0 ? new(text[..equals], text[(equals + 1)..]) : throw new UsageException($"{option} takes KEY=VALUE, and '{text}' has no key and value.");
    }
}
