using EvalFaaS.Simulator.Validation;
using EvalFaaS.Simulator.Validation.Exact;

namespace EvalFaaS.Simulator.Tests.Validation;

public sealed class ValidationTests
{
    [Fact]
    public void The_simulator_agrees_with_all_that_is_known_exactly()
    {
        var report = ValidationSuite.Run(new ValidationOptions { Scale = 0.2, Seed = 5 }, null, TestContext.Current.CancellationToken);
        Assert.Empty(report.Failures);
        Assert.True(report.Rows.Count >= 30);
    }

    [Fact]
    public void A_wrong_value_is_called_one()
    {
        var right = new ValidationRow("case", "quantity", "source", 1, 1, 0.1, 0);
        var report = new ValidationReport([right, right with { Value = 1.5, Z = 5 }], ZBound.For(2), 0, 0, 1, null, null, 1);
        Assert.False(report.Passed);
        Assert.Contains("case, quantity: 1.5 instead of 1 is 5.0 standard errors off", Assert.Single(report.Failures), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_invocation_or_a_broken_law_of_little_fails_the_table() =>
        Assert.Equal(2, new ValidationReport([], 3, 1e-3, 1, 1, null, null, 1).Failures.Count);

    [Fact]
    public void The_bound_grows_with_the_number_of_values()
    {
        // Two-sided 0.001 alone is 3.29; Sidak for 40 values 4.21.
        Assert.Equal(3.29, ZBound.For(1), 2);
        Assert.Equal(4.21, ZBound.For(40), 2);
    }

    [Fact]
    public void Erlangs_formulas_give_the_values_of_the_tables()
    {
        // 10 servers offered 8 Erlang: B = 0.1217; 2 servers offered 1.4: C = 0.5765.
        Assert.Equal(0.1217, Erlang.Blocking(10, 8), 4);
        Assert.Equal(0.5765, Erlang.Waiting(2, 1.4), 4);
    }

    [Fact]
    public void The_chain_of_expiry_conserves_instances()
    {
        var chain = new ExpiryChain(0.5, 2, 0.1);
        Assert.Equal(0.5 * chain.ColdProbability, 0.1 * chain.MeanIdle, 9);
        Assert.InRange(chain.ColdProbability, 0.01, 0.99);
    }

    [Fact]
    public void Twenty_points_measured_on_aws_are_met()
    {
        if (Traces.Find("simfaas", "exp.csv") is not { } table)
        {
            Assert.Skip("SimFaaS's table is neither in $EVALFAAS_TRACES nor in ../shared/traces.");
            return;
        }

        var report = SimFaasComparison.Run(table, new ValidationOptions(), TestContext.Current.CancellationToken);
        Assert.Equal(20, report.Points.Count);
        Assert.InRange(report.SumOfSquares, 0, 31.4);
    }
}
