using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class FamilyTests
{
    [Fact]
    public void Adjusted_p_values_are_those_of_R()
    {
        // p.adjust(c(0.03, 0.01, 0.05, 0.02, 0.04), "holm")
        Assert.Equal([0.09, 0.05, 0.09, 0.08, 0.09], Family.Holm([0.03, 0.01, 0.05, 0.02, 0.04]).Select(p => Math.Round(p, 12)));
        Assert.Equal([1, 1], Family.Holm([0.6, 0.9]));
        Assert.Empty(Family.Holm([]));
    }

    [Fact]
    public void Simultaneous_levels_multiply_to_the_level()
    {
        Assert.Equal(0.95, Family.SimultaneousLevel(1));
        Assert.Equal(1 - 0.016952, Family.SimultaneousLevel(3), 6); // Sidak's published value
        Assert.Throws<ArgumentOutOfRangeException>(() => Family.SimultaneousLevel(0));
    }

    [Fact]
    public void Simultaneous_intervals_to_one_reference_hold_together_where_single_ones_do_not()
    {
        // Five targets against one reference over ten blocks, all alike.
        var random = new Random(5);
        int single = 0, together = 0;
        for (var run = 0; run < 2000; run++)
        {
            var reference = Blocks(random);
            var shifts = Enumerable.Range(0, 5).Select(_ => LogShift.Paired(reference, Blocks(random))!.Value).ToArray();
            if (shifts.All(s => Holds(s.Ratio()))) single++;
            if (shifts.All(s => Holds(s.Ratio(Family.SimultaneousLevel(5))))) together++;
        }

        Assert.InRange(single / 2000.0, 0.75, 0.88);
        Assert.InRange(together / 2000.0, 0.94, 0.985);
    }

    private static Dictionary<int, double> Blocks(Random random) => Enumerable.Range(0, 10).ToDictionary(i => i, _ => Math.Exp(0.1 * Simulation.Normal(random)));

    private static bool Holds(Interval interval) => interval.Low <= 1 && 1 <= interval.High;
}
