using EvalFaaS.Model;
using EvalFaaS.Policies;

namespace EvalFaaS.Node.Tests;

public sealed class PolicyEndpointsTests
{
    [Fact]
    public async Task Says_what_is_ready_ahead_of_calls_and_why()
    {
        var always = "scheduled-warm-up:schedule=* * * * *,instances=0";
        await using var bench = await NodeBench.StartAsync(o => o with
        {
            Runtime = o.Runtime with { WarmUp = o.Runtime.WarmUp with { Functions = [new(FunctionName.Parse("echo"), PolicySpec.Parse(always, PolicyKind.WarmUp))] } },
        });
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        await ClientBehaviourTests.WaitAsync(bench, "/api/v1/namespaces/default/functions/echo", f => (string?)f["provisioned"] == "provisioned");

        var warmUp = await bench.GetJsonAsync("/api/v1/warm-up");
        var decision = (await bench.GetJsonAsync("/api/v1/warm-up/decisions"))[0]!;

        Assert.Equal(("no-warm-up", always), ((string?)warmUp["policy"], (string?)warmUp["functions"]![0]!["policy"]));
        Assert.Equal(("default/echo@1", "provisioned"), ((string?)warmUp["ready"]![0]!["function"], (string?)warmUp["ready"]![0]!["status"]));
        Assert.Equal((true, "load-module"), ((bool)decision["acts"]!, (string?)decision["action"]));
        Assert.Contains("a scheduled window began", (string?)decision["reason"]);
    }

    [Fact]
    public async Task Says_what_was_refused_and_why()
    {
        await using var bench = await NodeBench.StartAsync(o => o with
        {
            Runtime = o.Runtime with { Admission = o.Runtime.Admission with { Shadows = [PolicySpec.Parse("deadline-shedding:caution=100", PolicyKind.Admission)] } },
        });
        await bench.DeployAsync("echo", RepositoryFiles.Prebuilt("echo"));
        (await bench.Client.PostAsync("/fn/echo", new StringContent("ping"), NodeBench.Cancellation)).Dispose();

        var admission = await bench.GetJsonAsync("/api/v1/admission");
        var refusals = await bench.GetJsonAsync("/api/v1/admission/refusals");

        Assert.Equal("queue-bound:queue=100000", (string?)admission["policy"]);
        Assert.Equal((1, 0), ((int)admission["acting"]![0]!["account"]!["ran"]!, (int)admission["acting"]![0]!["account"]!["refused"]!));
        Assert.Equal("deadline-shedding:caution=100", (string?)admission["shadows"]![0]!["policy"]);
        Assert.Equal((int)admission["shadows"]![0]!["account"]!["refused"]!, refusals.AsArray().Count);
    }

    [Theory]
    [InlineData("no-warm-up", "names no function and policy: write FUNCTION=POLICY, for example default/hello=no-warm-up.")]
    [InlineData("hello=warm", "There is no warm-up policy 'warm'")]
    [InlineData("He llo=no-warm-up", "He llo")]
    public void A_policy_of_a_function_that_cannot_be_read_is_told_with_how_to_write_it(string text, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => new Configuration.FunctionPoliciesType(PolicyKind.WarmUp).Parse(text)).Message);

    [Fact]
    public void Policies_of_functions_are_read_as_they_are_written()
    {
        var type = new Configuration.FunctionPoliciesType(PolicyKind.WarmUp);
        var text = "default/hello=scheduled-warm-up:schedule=0 8 * * MON,TUE,instances=2;shop/cart=no-warm-up";

        Assert.Equal(text, type.Format(type.Parse(text)));
    }
}
