using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>The JSON Schema of the configuration file, for editors.</summary>
public static class ConfigurationSchema
{
    // Written for people: no escapes where JSON needs none.
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The schema as text, ending with a line break.</summary>
    public static string Text()
    {
        var root = Group("evalfaas.yaml: how a node is set. Environment variables and flags override it.");
        root.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        root.Insert(1, "$id", "https://evalfaas.dev/schemas/evalfaas.schema.json");
        foreach (var setting in NodeSettings.All)
        {
            var at = root;
            var parts = setting.Key.Split('.');
            foreach (var part in parts[..^1]) at = (JsonObject)(at["properties"]![part] ??= Group());
            at["properties"]![parts[^1]] = Property(setting);
        }

        return root.ToJsonString(Readable) + "\n";
    }

    private static JsonObject Property(Setting setting)
    {
        var schema = setting.Schema();
        schema.Insert(0, "description", $"{setting.Description} {(setting.Live ? "A change takes effect at once." : "A change takes effect after a restart.")}");
        if (setting is { Secret: false, Key: not "data" }) schema["default"] = setting.Read(new NodeOptions());
        return schema;
    }

    private static JsonObject Group(string? description = null)
    {
        var group = new JsonObject { ["type"] = "object", ["additionalProperties"] = false, ["properties"] = new JsonObject() };
        if (description is not null) group.Insert(0, "description", description);
        return group;
    }
}
