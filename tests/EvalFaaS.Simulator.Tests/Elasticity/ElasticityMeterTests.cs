using EvalFaaS.Simulator.Elasticity;

namespace EvalFaaS.Simulator.Tests.Elasticity;

public sealed class ElasticityMeterTests
{
    [Fact]
    public void Metrics_of_a_small_course_are_those_counted_by_hand()
    {
        var meter = new ElasticityMeter();
        foreach (var (demand, supply) in new[] { (2.0, 2.0), (4, 2), (4, 4), (2, 4), (2, 2) }) meter.Record(1, demand, supply);
        var metrics = meter.Metrics();
        Assert.Equal(0.5 / 5, metrics.UnderProvisioning, 12);
        Assert.Equal(0.5 / 5, metrics.OverProvisioning, 12);
        Assert.Equal((0.2, 0.2), (metrics.UnderTimeShare, metrics.OverTimeShare));
        // Demand rises, supply rises later; demand falls, supply falls later: all four steps apart, as many changes each.
        Assert.Equal((1.0, 0.0), (metrics.Instability, metrics.Jitter));
    }

    [Fact]
    public void A_supply_that_follows_at_once_is_perfect()
    {
        var meter = new ElasticityMeter();
        for (var i = 1; i < 5; i++) meter.Record(1, i, i);
        Assert.Equal(new ElasticityMetrics(0, 0, 0, 0, 0, 0), meter.Metrics());
    }

    [Fact]
    public void Speed_up_is_the_geometric_mean_of_the_ratios()
    {
        var slow = new ElasticityMetrics(0.4, 0.2, 0.4, 0.4, 0, 0);
        var fast = new ElasticityMetrics(0.1, 0.2, 0.2, 0.2, 0, 0);
        Assert.Equal(Math.Pow(4 * 1 * 2 * 2, 0.25), fast.SpeedUpOver(slow)!.Value, 12);
        Assert.Null(new ElasticityMetrics(0, 0.1, 0.1, 0.1, 0, 0).SpeedUpOver(slow));
    }
}
