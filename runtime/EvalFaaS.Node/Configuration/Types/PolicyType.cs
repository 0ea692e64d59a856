using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Configuration;

/// <summary>A policy of the catalogue: <c>NAME</c> or <c>NAME:option=value,option=value</c>.</summary>
internal sealed class PolicyType(PolicyKind kind) : SettingType<PolicySpec>
{
    public override string Description => $"a {PolicyCatalogue.Words(kind)} policy as NAME or NAME:option=value,... (`evalfaas policies list`)";

    public override PolicySpec Parse(string text)
    {
        try
        {
            return PolicySpec.Parse(text.Trim(), kind);
        }
        catch (PolicyException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    public override string Format(PolicySpec value) => value.Text;

    public override JsonObject Schema() => new() { ["type"] = "string", ["minLength"] = 1 };
}

/// <summary>Any number of them, as a list or parted by a semicolon.</summary>
internal sealed class PoliciesType(PolicyKind kind) : SettingType<ImmutableArray<PolicySpec>>
{
    private readonly PolicyType _one = new(kind);

    public override string Description => $"{_one.Description}, several as a list or parted by `;`";

    public override ImmutableArray<PolicySpec> Parse(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(_one.Parse)];

    public override string Format(ImmutableArray<PolicySpec> value) => string.Join(';', value.Select(p => p.Text));

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(_one.Schema(), new JsonObject { ["type"] = "array", ["items"] = _one.Schema() }),
    };
}
