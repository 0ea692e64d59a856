namespace EvalFaaS.Node.Configuration;

/// <summary>Where a node's configuration comes from. A later source wins: file, environment, flags.</summary>
public sealed record ConfigurationSources
{
    /// <summary>The name of the file that is read where no other is named and this one is there.</summary>
    public const string DefaultFile = "evalfaas.yaml";

    /// <summary>The YAML file, which must be there when given; null: <see cref="DefaultFile"/> in <see cref="Directory"/> where it is there.</summary>
    public string? File { get; init; }

    /// <summary>The directory of the default file.</summary>
    public string Directory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Environment variables; those that are named like a setting count. Default none.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Flags as key and value, in order. Keys are those of the file, for example <c>urls</c> or <c>limits.memory</c>. Default none.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Flags { get; init; } = [];

    /// <summary>This process's environment and these flags.</summary>
    public static ConfigurationSources OfProcess(string? file, IReadOnlyList<KeyValuePair<string, string>> flags) => new()
    {
        File = file,
        Flags = flags,
        Variables = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(v => (string)v.Key, v => (string?)v.Value ?? ""),
    };

    /// <summary>The file to read, or null when there is none.</summary>
    internal string? FileToRead
    {
        get
        {
            if (File is not null) return File;
            var path = Path.Combine(Directory, DefaultFile);
            return System.IO.File.Exists(path) ? path : null;
        }
    }
}
