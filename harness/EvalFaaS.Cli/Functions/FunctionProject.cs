using System.Reflection;

namespace EvalFaaS.Cli.Functions;

/// <summary>A new project of a function, written from the templates inside this program.</summary>
internal sealed class FunctionProject(string name, ProjectLanguage language, bool reactor)
{
    private const UnixFileMode Runnable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private string Contract => reactor ? "reactor" : "command";

    /// <summary>Writes it into a folder that is not there yet.</summary>
    public void Write(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (file, template) in Files())
        {
            var path = Path.Combine(folder, file);
            File.WriteAllText(path, Fill(template));
            if (file.EndsWith(".sh", StringComparison.Ordinal)) File.SetUnixFileMode(path, Runnable);
        }
    }

    /// <summary>Each file with its template's name.</summary>
    private IEnumerable<(string File, string Template)> Files()
    {
        yield return (language.Handler, $"hello/{language.Handler}");
        foreach (var source in language.Common.Concat(reactor ? language.Reactor : language.Command)) yield return (source, $"shells/{source}");
        foreach (var own in language.Own) yield return (own, $"{language.Name}/{own}");
        yield return ("test.sh", $"test-{Contract}.sh");
        yield return ("README.md", "README.md");
        yield return (".gitignore", "gitignore");
    }

    private string Fill(string template)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"template/{template}")
            ?? throw new InvalidOperationException($"The template {template} is not in this program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("@NAME@", name).Replace("@CONTRACT@", Contract).Replace("@HANDLER@", language.Handler);
    }
}
