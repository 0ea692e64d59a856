using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Too few blocks carry no comparison.</summary>
internal sealed class BlocksCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        if (intent.Suite.Blocks >= Suite.MinimumBlocks) yield break;
        var message = $"{intent.Suite.Blocks} blocks carry no comparison: {Suite.MinimumBlocks} are the fewest.";
        yield return new("few-blocks", message, EndsRun: !intent.Options.FewBlocks);
    }
}
