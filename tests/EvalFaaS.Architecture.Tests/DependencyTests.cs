using ArchUnitNET.Fluent.Slices;
using ArchUnitNET.Loader;
using EvalFaaS.Execution;
using EvalFaaS.Harness.Running;
using EvalFaaS.Model;

namespace EvalFaaS.Architecture.Tests;

public sealed class DependencyTests
{
    private static readonly ArchUnitNET.Domain.Architecture Product =
        new ArchLoader().LoadAssemblies(typeof(FunctionName).Assembly, typeof(FunctionRuntime).Assembly, typeof(SuiteRunner).Assembly).Build();

    [Fact]
    public void Folders_of_the_harness_form_no_cycle() =>
        Assert.Empty(SliceRuleDefinition.Slices().Matching("EvalFaaS.Harness.(*)").Should().BeFreeOfCycles().Evaluate(Product).Where(r => !r.Passed).Select(r => r.Description));
}
