using System.Collections;

namespace EvalFaaS.Harness.Processes;

/// <summary>Programs that are found by their name alone.</summary>
public static class SearchPath
{
    /// <summary>A program's full path, or null where the search path has none of this name.</summary>
    public static string? Find(string name) =>
        (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>This process's own environment, as a spawned command takes it.</summary>
    internal static IEnumerable<KeyValuePair<string, string>> Environment() =>
        from DictionaryEntry v in System.Environment.GetEnvironmentVariables() select new KeyValuePair<string, string>((string)v.Key, (string?)v.Value ?? "");
}
