using System.Globalization;
using EvalFaaS.Harness.Load;
using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads how the sizes of request bodies are distributed: a number of bytes, a list of them, or <c>uniform</c> or <c>lognormal</c> with its parameters.</summary>
internal sealed class PayloadReader(YamlProblems problems)
{
    private const string Forms = "'payload' is a size in bytes, a list of sizes, { uniform: { from: 0, to: 10000 } } or { lognormal: { median: 4000, sigma: 1 } }.";

    public PayloadLaw? Read(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalarNode when Size(node) is { } size:
                return new FixedPayload(size);
            case YamlSequenceNode { Children.Count: > 0 } list:
                var sizes = list.Children.Select(Size).ToArray();
                return sizes.All(s => s is not null) ? new ListedPayload([.. sizes.Select(s => s!.Value)]) : null;
            case YamlMappingNode { Children.Count: 1 } mapping when mapping.Children.First() is { Key: YamlScalarNode { Value: { } name }, Value: YamlMappingNode keys }:
                return Read(name, node, new YamlMap(keys, problems));
            default:
                if (node is not YamlScalarNode) problems.Add(node, Forms);
                return null;
        }
    }

    private PayloadLaw? Read(string name, YamlNode node, YamlMap map)
    {
        PayloadLaw? law = null;
        if (name == "uniform")
        {
            var (from, to) = (map.Integer("from", 0, 0, PayloadLaw.Limit), map.Integer("to", 10_000, 0, PayloadLaw.Limit));
            if (!map.Has("to")) problems.Add(map.Node, "'to' is missing, for example to: 10000");
            if (to < from) problems.Add(map.Find("to")!, "'to' must not be below 'from'.");
            law = new UniformPayload(Math.Min(from, to), to);
        }
        else if (name == "lognormal")
        {
            if (!map.Has("median")) problems.Add(map.Node, "'median' is missing, for example median: 4000");
            law = new LogNormalPayload(map.Integer("median", 4_000, 1, PayloadLaw.Limit), map.Number("sigma", 0.001, 10) ?? 1, map.Integer("most", 16 << 20, 1, PayloadLaw.Limit));
        }
        else
        {
            problems.Add(node, $"unknown law of sizes '{name}'.{NearestName.Suggestion(name, ["uniform", "lognormal"])} {Forms}");
            return null;
        }

        map.RejectOthers();
        return law;
    }

    private int? Size(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= PayloadLaw.Limit) return size;
        problems.Add(node, $"a size is a whole number of bytes from 0 to {PayloadLaw.Limit}.");
        return null;
    }
}
