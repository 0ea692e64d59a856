using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads the keys of a load.</summary>
internal sealed class LoadReader(YamlProblems problems)
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(1), DefaultWarmUp = TimeSpan.FromMilliseconds(250);

    public OpenLoad ReadOpen(YamlMap map)
    {
        var rate = map.Number("rate", 0.01, 10_000_000);
        var fraction = map.Number("capacity_fraction", 0.01, 1);
        if (!map.Has("rate") && !map.Has("capacity_fraction"))
            problems.Add(map.Node, "a measure of latency needs 'rate' (requests a second) or 'capacity_fraction' (0.01 to 1, of the slowest target's capacity).");
        if (rate is not null && fraction is not null)
            problems.Add(map.Find("capacity_fraction")!, "'rate' and 'capacity_fraction' exclude each other.");
        return new OpenLoad
        {
            Arrivals = ReadArrivals(map),
            RatePerSecond = rate,
            CapacityFraction = fraction,
            Duration = ReadDuration(map),
            WarmUp = ReadWarmUp(map),
            SteadyLimit = map.Duration("steady_limit") ?? 4 * ReadWarmUp(map),
            Connections = map.Integer("connections", 8, 1, 10_000),
        };
    }

    public ClosedLoad ReadClosed(YamlMap map) => new()
    {
        Duration = ReadDuration(map),
        WarmUp = ReadWarmUp(map),
        SteadyLimit = map.Duration("steady_limit") ?? 4 * ReadWarmUp(map),
        Connections = map.Integer("connections", 8, 1, 10_000),
    };

    private static TimeSpan ReadWarmUp(YamlMap map) => map.Duration("warm_up") ?? DefaultWarmUp;

    private TimeSpan ReadDuration(YamlMap map)
    {
        var duration = map.Duration("duration") ?? DefaultDuration;
        if (duration <= TimeSpan.Zero) problems.Add(map.Find("duration")!, "'duration' must be longer than nothing.");
        return duration;
    }

    private Arrivals ReadArrivals(YamlMap map)
    {
        var name = map.Text("arrivals");
        if (name is null or "poisson") return Arrivals.Poisson;
        if (name is "constant") return Arrivals.Constant;
        YamlNode where = map.Find("arrivals")!;
        problems.Add(where, $"unknown arrivals '{name}'.{NearestName.Suggestion(name, ["constant", "poisson"])} Known: constant, poisson.");
        return Arrivals.Poisson;
    }
}
