using System.Text;
using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>One thing that can be configured: everything that the file, the environment, the flags, the schema and the documentation say of it.</summary>
internal abstract class Setting
{
    /// <summary>The key in the file, parts joined by dots, for example <c>limits.memory</c>.</summary>
    public required string Key { get; init; }

    /// <summary>What it means.</summary>
    public required string Description { get; init; }

    /// <summary>Whether a change in the file takes effect in the running node; else only after a restart.</summary>
    public bool Live { get; init; }

    /// <summary>Whether its value is never shown.</summary>
    public bool Secret { get; init; }

    /// <summary>What may be written.</summary>
    public abstract string Accepts { get; }

    /// <summary>The environment variable: <c>EVALFAAS_LIMITS_MEMORY</c>.</summary>
    public string Variable
    {
        get
        {
            var name = new StringBuilder("EVALFAAS_");
            foreach (var c in Key)
            {
                if (char.IsAsciiLetterUpper(c)) name.Append('_');
                name.Append(c == '.' ? '_' : char.ToUpperInvariant(c));
            }

            return name.ToString();
        }
    }

    /// <summary>The value in the options, as it would be written.</summary>
    public abstract string Read(NodeOptions options);

    /// <summary>The options with this value.</summary>
    /// <exception cref="FormatException">It cannot be read or is out of range.</exception>
    public abstract NodeOptions Apply(NodeOptions options, string text);

    /// <summary>The options with the value that the others have.</summary>
    public abstract NodeOptions Copy(NodeOptions from, NodeOptions into);

    /// <summary>The JSON Schema of its value.</summary>
    public abstract JsonObject Schema();
}

/// <summary>A setting whose value is a T.</summary>
internal sealed class Setting<T>(SettingType<T> type, Func<NodeOptions, T> get, Func<NodeOptions, T, NodeOptions> set) : Setting
{
    public override string Accepts => type.Description;

    public override string Read(NodeOptions options) => type.Format(get(options));

    public override NodeOptions Apply(NodeOptions options, string text) => set(options, type.Parse(text));

    public override NodeOptions Copy(NodeOptions from, NodeOptions into) => set(into, get(from));

    public override JsonObject Schema() => type.Schema();
}
