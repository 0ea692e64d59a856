using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>Any text that is not empty; nothing where it is not set.</summary>
internal sealed class TextType(string description, int minimumLength = 1) : SettingType<string?>
{
    public override string Description => description;

    public override string? Parse(string text) => text.Length >= minimumLength
        ? text
        : throw new FormatException(text.Length == 0 ? "the value is empty." : $"the value is too short; at least {minimumLength} characters are needed.");

    public override string Format(string? value) => value ?? "";

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = minimumLength };
}
