using System.Text.Json.Nodes;
using EvalFaaS.Model;

namespace EvalFaaS.Node.Configuration;

/// <summary>One of an enumeration's names, in lower case.</summary>
internal sealed class ChoiceType<T> : SettingType<T> where T : struct, Enum
{
    private static readonly string[] Names = [.. Enum.GetNames<T>().Select(n => n.ToLowerInvariant())];

    public override string Description => string.Join(", ", Names[..^1]) + " or " + Names[^1];

    public override T Parse(string text) => Array.IndexOf(Names, text) is var i and >= 0
        ? Enum.GetValues<T>()[i]
        : throw new FormatException($"'{text}' is none of {string.Join(", ", Names)}.{NearestName.Suggestion(text, Names)}");

    public override string Format(T value) => value.ToString().ToLowerInvariant();

    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. Names.Select(n => (JsonNode)n)]) };
}
