using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>Absolute paths of directories, several as a list or parted by a semicolon.</summary>
internal sealed class DirectoriesType : SettingType<ImmutableArray<string>>
{
    public override string Description => "absolute paths, several as a list or parted by `;`";

    public override ImmutableArray<string> Parse(string text)
    {
        var paths = text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var path in paths)
            if (!Path.IsPathFullyQualified(path)) throw new FormatException($"'{path}' is no absolute path.");
        return [.. paths.Select(p => Path.TrimEndingDirectorySeparator(Path.GetFullPath(p)))];
    }

    public override string Format(ImmutableArray<string> value) => string.Join(';', value);

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["minLength"] = 1 } }),
    };
}
