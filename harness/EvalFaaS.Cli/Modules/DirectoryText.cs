using EvalFaaS.Cli.Terminal;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Modules;

/// <summary><c>HOST[::GUEST][:ro]</c>: a directory to be granted, under its own path unless another is given.</summary>
internal static class DirectoryText
{
    private const string ReadOnly = ":ro";

    public static DirectoryGrant Parse(string text)
    {
        var readOnly = text.EndsWith(ReadOnly, StringComparison.Ordinal);
        var paths = (readOnly ? text[..^ReadOnly.Length] : text).Split("::", 2);
        if (paths.Contains("")) throw new UsageException($"--dir takes HOST[::GUEST][:ro], and '{text}' lacks a path.");
        var host = Path.GetFullPath(paths[0]);
        if (!Directory.Exists(host)) throw new UsageException($"--dir {text}: there is no directory '{paths[0]}'.");
        return new DirectoryGrant(host, paths.Length == 2 ? paths[1] : paths[0], readOnly);
    }
}
