using EvalFaaS.Simulator.Statistics;

namespace EvalFaaS.Simulator.Validation;

/// <summary>One experiment of SimFaaS on AWS Lambda, and the same simulated.</summary>
/// <param name="Rate">Arrivals a second.</param>
/// <param name="Measured">Measured probability of a cold start.</param>
/// <param name="MeasuredError">Its standard error.</param>
/// <param name="Simulated">As simulated: the mean over runs as long as the experiment.</param>
/// <param name="MeasuredInstances">Measured mean number of instances.</param>
/// <param name="Instances">As simulated.</param>
public sealed record SimFaasPoint(double Rate, double Measured, double MeasuredError, Estimate Simulated, double MeasuredInstances, double Instances)
{
    /// <summary>The standard error of one simulated run of the experiment's length.</summary>
    public double RunError => Simulated.StandardError * Math.Sqrt(Simulated.Replications);

    /// <summary>Difference over the standard errors of both sides, each of one experiment.</summary>
    public double Z => (Simulated.Value - Measured) / Math.Sqrt(MeasuredError * MeasuredError + RunError * RunError);

    /// <summary>Difference over the table's standard error alone, the simulated mean being known as well as one likes.</summary>
    public double ZOfTable => (Simulated.Value - Measured) / Math.Sqrt(MeasuredError * MeasuredError + Simulated.StandardError * Simulated.StandardError);

    /// <summary>Relative difference.</summary>
    public double RelativeError => Math.Abs(Simulated.Value - Measured) / Measured;
}

/// <summary>All points of the table.</summary>
/// <param name="Points">The points.</param>
/// <param name="Bound">What the sum of z squared may be: the 95th percentile of chi squared with as many degrees of freedom as points, for nothing was fitted.</param>
public sealed record SimFaasReport(IReadOnlyList<SimFaasPoint> Points, double Bound)
{
    /// <summary>The sum of z squared.</summary>
    public double SumOfSquares => Points.Sum(p => p.Z * p.Z);

    /// <summary>The same over the table's standard errors alone.</summary>
    public double SumOfSquaresOfTable => Points.Sum(p => p.ZOfTable * p.ZOfTable);

    /// <summary>Mean relative difference, in percent: what papers print.</summary>
    public double Mape => 100 * Points.Average(p => p.RelativeError);

    /// <summary>What a perfect simulator's would be, from the table's own noise: E|N(0,1)| standard errors.</summary>
    public double PerfectMape => 100 * Points.Average(p => p.MeasuredError / p.Measured) * Math.Sqrt(2 / Math.PI);

    /// <summary>Whether it holds.</summary>
    public bool Passed => SumOfSquares <= Bound;
}
