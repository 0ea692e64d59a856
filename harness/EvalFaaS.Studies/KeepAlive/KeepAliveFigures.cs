using EvalFaaS.Predictor.Evaluation;
using EvalFaaS.Studies.Data;

namespace EvalFaaS.Studies.KeepAlive;

/// <summary>Where a policy lies, with fixed ten minutes as 1.</summary>
/// <param name="Family">Its line.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Excess">Cold starts above the first calls, over the cold starts of fixed ten minutes.</param>
/// <param name="ExcessError">Its standard error over replications.</param>
/// <param name="Waste">Wasted memory, over that of fixed ten minutes.</param>
/// <param name="LoadedAhead">Loads ahead of a call, over the calls.</param>
internal sealed record FrontPoint(string Family, string Policy, double Excess, double ExcessError, double Waste, double LoadedAhead);

/// <summary>What follows from the raw data of the study of keep-alive policies.</summary>
internal sealed class KeepAliveFigures(StudyData data)
{
    /// <summary>The goal: excess cold starts, and wasted memory.</summary>
    public static readonly (double Waste, double Excess) Goal = (0.85, 0.08);

    // 250 ms of waiting are worth an idle instance of 128 MiB for 600 s: the patience at which the policies were compared.
    private const double MiBSecondsOfASecond = 600 / 0.25 * 128;
    private const int Resamples = 4000;

    private readonly Sheet _runs = data.Sheets[KeepAliveSheets.Runs.File], _functions = data.Sheets[KeepAliveSheets.Functions.File], _costs = data.Sheets[KeepAliveSheets.Costs.File];

    /// <summary>What was run.</summary>
    public StudyRecord Record => data.Record;

    /// <summary>The first calls of functions, over the cold starts of fixed ten minutes: what no policy avoids.</summary>
    public double Floor(string kept) => Mean(TenMinutes(kept), "first") / Mean(TenMinutes(kept), "cold");

    /// <summary>Mean cold starts of fixed ten minutes.</summary>
    public double ColdOfTenMinutes(string kept) => Mean(TenMinutes(kept), "cold");

    /// <summary>Mean calls.</summary>
    public double Calls(string kept) => Mean(TenMinutes(kept), "calls");

    /// <summary>All points, by line.</summary>
    public IEnumerable<IGrouping<string, FrontPoint>> Fronts(string kept)
    {
        var reference = TenMinutes(kept);
        var (cold, waste) = (Mean(reference, "cold"), Mean(reference, "wasted_mib_s"));
        return _runs.Rows.Where(r => _runs.Text(r, "kept") == kept).GroupBy(r => (Family: _runs.Text(r, "family"), Policy: _runs.Text(r, "policy")))
            .Select(g =>
            {
                double[] excess = [.. g.Select(r => (_runs.Number(r, "cold") - _runs.Number(r, "first")) / cold)];
                var mean = excess.Average();
                var error = excess.Length < 2 ? double.NaN : Math.Sqrt(excess.Sum(e => (e - mean) * (e - mean)) / (excess.Length - 1) / excess.Length);
                return new FrontPoint(g.Key.Family, g.Key.Policy, mean, error, g.Average(r => _runs.Number(r, "wasted_mib_s")) / waste, g.Sum(r => _runs.Number(r, "loaded_ahead")) / g.Sum(r => _runs.Number(r, "calls")));
            })
            .GroupBy(p => p.Family);
    }

    /// <summary>The point of a line that has the least excess within the goal's waste; null where none lies within.</summary>
    public FrontPoint? Best(string kept, string family) => Fronts(kept).FirstOrDefault(f => f.Key == family)?.Where(p => p.Waste <= Goal.Waste).MinBy(p => p.Excess);

    /// <summary>By how much one line's point has fewer cold starts and less waste than another's with the same policy, over the functions.</summary>
    public IEnumerable<(string Policy, Interval Cold, Interval Waste)> Against(string better, string old)
    {
        foreach (var policy in _functions.Rows.Where(r => _functions.Text(r, "family") == better).Select(r => _functions.Text(r, "policy")).Distinct())
        {
            var (a, b) = (Of(old, policy), Of(better, policy));
            if (a.Count == 0) continue;
            yield return (policy, Paired(a, b, "cold"), Paired(a, b, "wasted_mib_s"));
        }

        List<string[]> Of(string family, string policy) => [.. _functions.Rows.Where(r => _functions.Text(r, "family") == family && _functions.Text(r, "policy") == policy).OrderBy(r => _functions.Number(r, "function"))];
    }

    /// <summary>By the cost of a cold start: the policies, and what each comes to in seconds of waiting, with the cheapest fixed window as one of them.</summary>
    public IEnumerable<(double ColdStart, IReadOnlyList<(string Family, string Policy, double Cost, double Cold, double WasteGiBHours)> Costs)> Costs() =>
        _costs.Rows.GroupBy(r => _costs.Number(r, "cold_start_s")).Select(g => (g.Key, (IReadOnlyList<(string, string, double, double, double)>)
        [
            .. g.GroupBy(r => (Family: _costs.Text(r, "family"), Policy: _costs.Text(r, "policy"))).Select(p =>
            {
                var (cold, first, waste) = (p.Average(r => _costs.Number(r, "cold")), p.Average(r => _costs.Number(r, "first")), p.Average(r => _costs.Number(r, "wasted_mib_s")));
                return (p.Key.Family, p.Key.Policy, Cost: cold * g.Key + waste / MiBSecondsOfASecond, Cold: cold - first, Waste: waste / 1024 / 3600);
            }).GroupBy(p => p.Family).Select(f => f.MinBy(p => p.Cost)),
        ]));

    private List<string[]> TenMinutes(string kept) => [.. _runs.Rows.Where(r => _runs.Text(r, "kept") == kept && _runs.Text(r, "policy") == KeepAlivePoint.TenMinutes.Policy)];

    private double Mean(IReadOnlyList<string[]> rows, string column) => rows.Average(r => _runs.Number(r, column));

    private Interval Paired(List<string[]> old, List<string[]> better, string column) => Bootstrap.Ratio(
        [.. old.Zip(better, (o, b) => _functions.Number(o, column) - _functions.Number(b, column))], [.. old.Select(o => _functions.Number(o, column))], Resamples, new Random(data.Record.Suite.Seed));
}
