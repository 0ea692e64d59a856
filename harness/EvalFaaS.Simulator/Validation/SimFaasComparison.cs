using System.Globalization;
using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Simulator.Running;
using EvalFaaS.Simulator.Workloads;
using MathNet.Numerics.Distributions;

namespace EvalFaaS.Simulator.Validation;

/// <summary>The field's validation table: steady states of AWS Lambda under Poisson arrivals, instances kept for ten idle minutes, requests to the newest idle one. Rates and mean times are the table's, and nothing is fitted. Service is exponential, as in SimFaaS's own model; deterministic service, which the records of single requests show (squared coefficient of variation 0.0003), stands beside.</summary>
/// <remarks>Source: N. Mahmoudi, H. Khazaei, "SimFaaS: a performance simulator for serverless computing platforms", CLOSER 2021, arXiv 2102.08904, its exp.csv; the records: the same, "Performance modeling of serverless computing platforms", IEEE TCC 2020.</remarks>
public static class SimFaasComparison
{
    private const int Replications = 100;

    // The records of all eleven experiments span 28 hours.
    private const double ExperimentSeconds = 28 * 3600;
    private const double Confidence = 0.95;

    /// <summary>Simulates each point of a table.</summary>
    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    public static SimFaasReport Run(string table, ValidationOptions options, CancellationToken cancellation = default) =>
        Run(table, mean => new ExponentialLaw(mean), options, cancellation);

    /// <summary>The same with deterministic service.</summary>
    /// <exception cref="InvalidDataException">The file is no such table.</exception>
    public static SimFaasReport RunDeterministic(string table, ValidationOptions options, CancellationToken cancellation = default) =>
        Run(table, mean => new ConstantLaw(mean), options, cancellation);

    private static SimFaasReport Run(string table, Func<double, Law> law, ValidationOptions options, CancellationToken cancellation)
    {
        var points = Read(table).Select(row => Simulate(row, law, options, cancellation)).ToList();
        return new SimFaasReport(points, ChiSquared.InvCDF(points.Count, Confidence));
    }

    private static SimFaasPoint Simulate(IReadOnlyDictionary<string, double> row, Func<double, Law> law, ValidationOptions options, CancellationToken cancellation)
    {
        const double milliseconds = 1e-3;
        var rate = row["ArrivalRate"];
        var warm = row["ServiceTimeWarm"] * milliseconds;
        var model = new FunctionModel
        {
            Service = law(warm),
            ColdStart = ColdStart.Of((Phase.Init, law(row["ServiceTimeCold"] * milliseconds - warm))),
            Order = RequestOrder.NewestFirst,
        };
        var keepAlive = new FixedKeepAliveOptions { Window = 60 * row["IdleMinutesBeforeKill"] };
        var plan = new RunPlan { Seconds = ExperimentSeconds, WarmUp = 10 * keepAlive.Window, Replications = Math.Max(2, (int)(Replications * options.Scale)), Workers = options.Workers, Seed = options.Seed };
        var result = FunctionSimulation.Run(model, RenewalWorkload.Poisson(rate), _ => new FixedKeepAlive(keepAlive), plan, new RunWatch(null, cancellation));
        return new SimFaasPoint(rate, row["ColdStartProbability"], row["ColdStartProbabilitySE"], result.Estimate(Figures.ColdProbability), row["AverageInstanceCount"], result.Estimate(Figures.Instances).Value);
    }

    private static IEnumerable<IReadOnlyDictionary<string, double>> Read(string table)
    {
        var lines = File.ReadAllLines(table);
        var names = lines.Length > 0 ? lines[0].Split(',') : [];
        foreach (var name in new[] { "ArrivalRate", "ServiceTimeWarm", "ServiceTimeCold", "IdleMinutesBeforeKill", "ColdStartProbability", "ColdStartProbabilitySE", "AverageInstanceCount" })
            if (!names.Contains(name)) throw new InvalidDataException($"{table}:1: there is no column '{name}': this is not SimFaaS's table of AWS experiments (exp.csv).");
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Length == 0) continue;
            var cells = lines[i].Split(',');
            if (cells.Length != names.Length) throw new InvalidDataException($"{table}:{i + 1}: {cells.Length} cells, and the header has {names.Length}.");
            var row = new Dictionary<string, double>(StringComparer.Ordinal);
            for (var c = 1; c < cells.Length; c++)
                row[names[c]] = double.TryParse(cells[c], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw new InvalidDataException($"{table}:{i + 1}: '{cells[c]}' in column '{names[c]}' is no number.");
            yield return row;
        }
    }
}
