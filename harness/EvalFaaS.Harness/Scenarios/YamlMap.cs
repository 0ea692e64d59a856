using System.Globalization;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>A mapping of the file, read key by key; keys that nobody asked for are problems.</summary>
internal sealed class YamlMap(YamlMappingNode node, YamlProblems problems)
{
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);

    public YamlMappingNode Node { get; } = node;

    public bool Has(string key) => Find(key) is not null;

    public YamlNode? Find(string key)
    {
        _asked.Add(key);
        foreach (var (k, value) in Node.Children)
            if (k is YamlScalarNode scalar && scalar.Value == key) return value;
        return null;
    }

    public string? Text(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: { Length: > 0 } value } => value,
        var other => Wrong<string>(other, $"'{key}' must be a text."),
    };

    public string RequiredText(string key, string example)
    {
        if (!Has(key)) problems.Add(Node, $"'{key}' is missing, for example {key}: {example}");
        return Text(key) ?? "";
    }

    public int Integer(string key, int normal, int minimum, int maximum, string why = "")
    {
        if (Find(key) is not { } value) return normal;
        if (value is YamlScalarNode scalar && int.TryParse(scalar.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum) return number;
        problems.Add(value, $"'{key}' must be a whole number from {minimum} to {maximum}{why}.");
        return normal;
    }

    public double? Number(string key, double minimum, double maximum)
    {
        if (Find(key) is not { } value) return null;
        if (value is YamlScalarNode scalar && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= minimum && number <= maximum) return number;
        problems.Add(value, string.Create(CultureInfo.InvariantCulture, $"'{key}' must be a number from {minimum} to {maximum}."));
        return null;
    }

    public bool Truth(string key, bool normal)
    {
        if (Find(key) is not { } value) return normal;
        if (value is YamlScalarNode { Value: ("true" or "false") and var word }) return word == "true";
        problems.Add(value, $"'{key}' must be true or false.");
        return normal;
    }

    public TimeSpan? Duration(string key)
    {
        if (Find(key) is not { } value) return null;
        if (value is YamlScalarNode { Value: { } text } && DurationText.TryParse(text, out var duration)) return duration;
        problems.Add(value, $"'{key}' must be a duration such as 250ms, 2s or 3m.");
        return null;
    }

    /// <summary>A list, or one value in its place.</summary>
    public IReadOnlyList<YamlNode> List(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode sequence => [.. sequence.Children],
        YamlScalarNode { Value: not (null or "") } scalar => [scalar],
        var other => Wrong<IReadOnlyList<YamlNode>>(other, $"'{key}' must be a list.") ?? [],
    };

    public IReadOnlyList<(string Value, YamlNode Node)> Texts(string key)
    {
        var texts = new List<(string, YamlNode)>();
        foreach (var item in List(key))
            if (item is YamlScalarNode { Value: { Length: > 0 } value }) texts.Add((value, item));
            else problems.Add(item, $"'{key}' holds something that is not a text.");
        return texts;
    }

    public void RejectOthers()
    {
        foreach (var key in Node.Children.Keys)
        {
            var name = (key as YamlScalarNode)?.Value ?? "?";
            if (!_asked.Contains(name)) problems.Add(key, $"unknown key '{name}'.{NearestName.Suggestion(name, _asked)}");
        }
    }

    private T? Wrong<T>(YamlNode where, string message) where T : class
    {
        problems.Add(where, message);
        return null;
    }
}
