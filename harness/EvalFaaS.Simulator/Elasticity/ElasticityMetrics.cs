namespace EvalFaaS.Simulator.Elasticity;

/// <summary>How well the supply of instances followed the demand. Shares are of the whole time; 0 is perfect for each.</summary>
/// <param name="UnderProvisioning">Accuracy: mean share of the demand that was missing.</param>
/// <param name="OverProvisioning">Accuracy: mean share of the supply that was not needed.</param>
/// <param name="UnderTimeShare">Share of the time with too few.</param>
/// <param name="OverTimeShare">Share of the time with too many.</param>
/// <param name="Instability">Share of the time in which supply and demand did not change in the same direction.</param>
/// <param name="Jitter">Changes of the supply beyond those of the demand, a second; negative where the supply changed too seldom.</param>
public sealed record ElasticityMetrics(double UnderProvisioning, double OverProvisioning, double UnderTimeShare, double OverTimeShare, double Instability, double Jitter)
{
    /// <summary>Elastic speed-up over another one: the geometric mean of the ratios of the four measures of provisioning; above 1 is better than the other. Null where one of them is zero and no ratio is formed.</summary>
    public double? SpeedUpOver(ElasticityMetrics other)
    {
        var ratios = new[]
        {
            other.UnderProvisioning / UnderProvisioning, other.OverProvisioning / OverProvisioning,
            other.UnderTimeShare / UnderTimeShare, other.OverTimeShare / OverTimeShare,
        };
        return ratios.All(r => r > 0 && double.IsFinite(r)) ? Math.Pow(ratios.Aggregate(1.0, (a, b) => a * b), 0.25) : null;
    }
}
