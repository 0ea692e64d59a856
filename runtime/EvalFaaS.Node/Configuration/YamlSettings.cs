using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Node.Configuration;

/// <summary>Reads the configuration file into values, each with its line and column.</summary>
internal static class YamlSettings
{
    /// <summary>Reads all values of a file.</summary>
    /// <param name="name">The file's name for messages.</param>
    /// <param name="yaml">Its text.</param>
    /// <param name="values">Gets the values in the file's order.</param>
    /// <param name="problems">Gets what is wrong with the file's form.</param>
    public static void Read(string name, string yaml, List<SettingValue> values, List<ConfigurationProblem> problems)
    {
        var stream = new YamlStream();
        var scanner = new Scanner(new StringReader(yaml));
        try
        {
            stream.Load(new Parser(scanner));
        }
        catch (YamlException e)
        {
            problems.Add(new($"{name}({e.Start.Line},{e.Start.Column})", $"the YAML is malformed: {(e.InnerException ?? e).Message}"));
            return;
        }
        // On some broken texts the scanner fails with exceptions that say nothing of the place.
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            problems.Add(new($"{name}({scanner.CurrentPosition.Line},{scanner.CurrentPosition.Column})", "the YAML is malformed: the text breaks off or mixes lines of a list and of a mapping here."));
            return;
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is YamlScalarNode { Value: null or "" }) return;
        if (stream.Documents[0].RootNode is YamlMappingNode root) Map(root, "");
        else problems.Add(new(At(stream.Documents[0].RootNode), "the file must hold keys and values."));

        void Map(YamlMappingNode map, string prefix)
        {
            foreach (var (keyNode, value) in map.Children)
            {
                var key = prefix + (keyNode as YamlScalarNode)?.Value;
                if (value is YamlMappingNode inner && NodeSettings.Groups.Contains(key)) Map(inner, key + ".");
                else if (NodeSettings.Find(key) is null) problems.Add(new(At(keyNode), NodeSettings.Unknown(key)));
                else if (Text(value) is { } text) values.Add(new(key, text, At(value)));
                else problems.Add(new(At(value), $"{key} needs a value."));
            }
        }

        string At(YamlNode node) => $"{name}({node.Start.Line},{node.Start.Column})";
    }

    private static string? Text(YamlNode node) => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } value } scalar when value != "null" && value != "~" || scalar.Style is not ScalarStyle.Plain => scalar.Value,
        YamlSequenceNode list when list.All(n => n is YamlScalarNode) => string.Join(';', list.Select(n => ((YamlScalarNode)n).Value)),
        _ => null,
    };
}
