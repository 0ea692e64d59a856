using EvalFaaS.Harness.Load;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads a think time: a duration, or <c>{ exponential: MEAN }</c>.</summary>
internal sealed class ThinkReader(YamlProblems problems)
{
    public ThinkTime? Read(YamlNode? node)
    {
        switch (node)
        {
            case null:
                return null;
            case YamlScalarNode { Value: { } text } when DurationText.TryParse(text, out var fixedTime) && fixedTime > TimeSpan.Zero:
                return new ThinkTime(fixedTime, IsExponential: false);
            case YamlMappingNode { Children.Count: 1 } mapping when mapping.Children.First() is { Key: YamlScalarNode { Value: ("exponential" or "fixed") and var kind }, Value: YamlScalarNode { Value: { } mean } }
                && DurationText.TryParse(mean, out var time) && time > TimeSpan.Zero:
                return new ThinkTime(time, kind == "exponential");
            default:
                problems.Add(node, "'think' is a duration such as 100ms, or { exponential: 100ms } with its mean.");
                return null;
        }
    }
}
