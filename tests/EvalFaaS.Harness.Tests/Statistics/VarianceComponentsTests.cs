using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class VarianceComponentsTests
{
    [Fact]
    public void They_are_those_of_a_computation_by_hand()
    {
        // Means 2, 5 and 8 about 5: between 27 with 3 values a run, so (27 - 1) / 3; within each run a variance of 1.
        var found = VarianceComponents.Of([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);

        Assert.Equal((26 / 3.0, 1, 3), (found.Between, found.Within, found.Runs));
    }

    [Fact]
    public void Runs_of_unequal_size_find_the_variances_that_were_simulated()
    {
        var random = new Random(9);
        var runs = Enumerable.Range(0, 2000).Select(run =>
        {
            var level = 2 * Simulation.Normal(random);
            return (IReadOnlyCollection<double>)[.. Enumerable.Range(0, 5 + run % 7).Select(_ => level + 3 * Simulation.Normal(random))];
        }).ToList();

        Assert.Equal(4, VarianceComponents.Of(runs).Between, 0.5);
        Assert.Equal(9, VarianceComponents.Of(runs).Within, 0.4);
    }

    [Fact]
    public void Runs_that_agree_better_than_their_blocks_have_no_variance_between_them() => Assert.Equal(0, VarianceComponents.Of([[1, 9], [9, 1], [5, 5]]).Between);

    [Fact]
    public void One_run_is_refused() => Assert.Throws<ArgumentException>(() => VarianceComponents.Of([[1, 2, 3]]));
}
