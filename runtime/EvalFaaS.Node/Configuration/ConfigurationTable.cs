namespace EvalFaaS.Node.Configuration;

/// <summary>The settings as rows of a Markdown table, for the documentation.</summary>
public static class ConfigurationTable
{
    /// <summary>One row a setting: key, variable, what is accepted, default, whether a change takes effect at once, meaning.</summary>
    public static IEnumerable<string> Rows()
    {
        var defaults = new NodeOptions();
        foreach (var setting in NodeSettings.All)
        {
            var value = setting.Key == "data" ? "`evalfaas` in the user's data directory" : setting.Read(defaults) is { Length: > 0 } text ? $"`{text}`" : "none";
            yield return $"| `{setting.Key}` | `{setting.Variable}` | {setting.Accepts} | {value} | {(setting.Live ? "at once" : "restart")} | {setting.Description} |";
        }
    }
}
