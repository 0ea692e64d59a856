using System.Collections.Immutable;
using System.Text.Json.Nodes;
using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Configuration;

/// <summary>Policies of functions that have one of their own: <c>FUNCTION=POLICY</c>.</summary>
internal sealed class FunctionPoliciesType(PolicyKind kind) : SettingType<ImmutableArray<FunctionPolicy>>
{
    private readonly PolicyType _policy = new(kind);

    public override string Description => $"FUNCTION=POLICY, where FUNCTION is NAME or NAMESPACE/NAME and POLICY {_policy.Description}; several as a list or parted by `;`";

    public override ImmutableArray<FunctionPolicy> Parse(string text) =>
        [.. text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(One)];

    public override string Format(ImmutableArray<FunctionPolicy> value) => string.Join(';', value.Select(p => $"{p.Function}={p.Policy.Text}"));

    public override JsonObject Schema() => new()
    {
        ["anyOf"] = new JsonArray(
            new JsonObject { ["type"] = "string" },
            new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[^=]+=.+" } }),
    };

    private FunctionPolicy One(string text)
    {
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) throw new FormatException($"'{text}' names no function and policy: write FUNCTION=POLICY, for example default/hello={PolicyCatalogue.All.First(e => e.Kind == kind).Name}.");
        try
        {
            return new FunctionPolicy(FunctionName.Parse(text[..equals].Trim()), _policy.Parse(text[(equals + 1)..]));
        }
        catch (FaultException e)
        {
            throw new FormatException(e.Fault.Message, e);
        }
    }
}
