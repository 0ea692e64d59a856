using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Node.Configuration;

/// <summary>Reads the sources in their order and makes one valid configuration of them.</summary>
public static class ConfigurationReader
{
    private const string VariablePrefix = "EVALFAAS_";

    /// <summary>Reads all sources.</summary>
    /// <exception cref="ConfigurationException">Something is wrong; all problems are named, each with its place.</exception>
    public static ConfigurationSnapshot Read(ConfigurationSources sources)
    {
        var values = new List<SettingValue>();
        var problems = new List<ConfigurationProblem>();
        ReadFile(sources, values, problems);
        foreach (var setting in NodeSettings.All)
            if (sources.Variables.TryGetValue(setting.Variable, out var text)) values.Add(new(setting.Key, text, setting.Variable));
        foreach (var (key, text) in sources.Flags)
        {
            if (NodeSettings.Find(key) is null) problems.Add(new($"--{key}", NodeSettings.Unknown(key)));
            else values.Add(new(key, text, $"--{key}"));
        }

        var options = new NodeOptions();
        var origins = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var value in values)
        {
            try
            {
                options = NodeSettings.Find(value.Key)!.Apply(options, value.Text);
                origins[value.Key] = value.Where;
            }
            catch (FormatException e)
            {
                problems.Add(new(value.Where, $"{value.Key}: {e.Message}"));
            }
        }

        return problems.Count == 0 ? new ConfigurationSnapshot(options, origins.ToImmutable()) : throw new ConfigurationException(problems);
    }

    /// <summary>Variables that look like a misspelt setting: worth a warning, since others may own them.</summary>
    public static IEnumerable<ConfigurationProblem> Suspicious(ConfigurationSources sources)
    {
        var known = NodeSettings.All.Select(s => s.Variable).ToList();
        foreach (var name in sources.Variables.Keys)
        {
            if (!name.StartsWith(VariablePrefix, StringComparison.Ordinal) || known.Contains(name)) continue;
            if (NearestName.Of(name[VariablePrefix.Length..], known.Select(k => k[VariablePrefix.Length..])) is { } near)
                yield return new(name, $"is no setting and has no effect. Did you mean {VariablePrefix}{near}?");
        }
    }

    private static void ReadFile(ConfigurationSources sources, List<SettingValue> values, List<ConfigurationProblem> problems)
    {
        if (sources.FileToRead is not { } path) return;
        try
        {
            YamlSettings.Read(path, File.ReadAllText(path), values, problems);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Add(new(path, $"the configuration file cannot be read: {e.Message}"));
        }
    }
}
