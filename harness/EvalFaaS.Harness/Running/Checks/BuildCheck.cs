using System.Diagnostics;

namespace EvalFaaS.Harness.Running;

/// <summary>A debug build's figures say nothing about a release build.</summary>
internal sealed class BuildCheck : IRunCheck
{
    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        if (typeof(BuildCheck).Assembly.GetCustomAttributes(false).OfType<DebuggableAttribute>().Any(a => a.IsJITOptimizerDisabled))
            yield return new("debug-build", "EvalFaaS itself is a debug build, whose figures say nothing about a release build. Build it with -c Release, as ./evalfaas does.", EndsRun: true);
    }
}
