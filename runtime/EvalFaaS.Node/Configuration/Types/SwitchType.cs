using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary><c>true</c> or <c>false</c>.</summary>
internal sealed class SwitchType : SettingType<bool>
{
    public override string Description => "true or false";

    public override bool Parse(string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new FormatException($"'{text}' is neither true nor false."),
    };

    public override string Format(bool value) => value ? "true" : "false";

    public override JsonObject Schema() => new() { ["type"] = "boolean" };
}
