using EvalFaaS.Model;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads the keys of a load.</summary>
/// <param name="problems">Collects what is wrong.</param>
/// <param name="folder">Where files that are named lie.</param>
internal sealed class LoadReader(YamlProblems problems, string folder)
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(1), DefaultWarmUp = TimeSpan.FromMilliseconds(250);
    private static readonly string[] Spacings = [.. Enum.GetNames<Arrivals>().Select(a => a.ToLowerInvariant())];

    public OpenLoad ReadOpen(YamlMap map)
    {
        var shape = new ShapeReader(problems, folder).Read(map.Find("shape"));
        var (rate, fraction) = ReadRate(map, shape);
        return new OpenLoad
        {
            Arrivals = ReadArrivals(map),
            Shape = shape,
            RatePerSecond = rate,
            CapacityFraction = fraction,
            Slow = new SlowClientReader(problems).Read(map.Find("slow_clients")),
            Duration = ReadDuration(map),
            WarmUp = ReadWarmUp(map),
            SteadyLimit = map.Duration("steady_limit") ?? 4 * ReadWarmUp(map),
            Connections = map.Integer("connections", 8, 1, 10_000),
            RequestsPerConnection = ReadChurn(map),
        };
    }

    public ClosedLoad ReadClosed(YamlMap map) => new()
    {
        Duration = ReadDuration(map),
        WarmUp = ReadWarmUp(map),
        SteadyLimit = map.Duration("steady_limit") ?? 4 * ReadWarmUp(map),
        Connections = map.Integer("connections", 8, 1, 10_000),
        RequestsPerConnection = ReadChurn(map),
        Think = new ThinkReader(problems).Read(map.Find("think")),
    };

    private (double? Rate, double? Fraction) ReadRate(YamlMap map, LoadShape shape)
    {
        var rate = map.Number("rate", 0.01, 10_000_000);
        var fraction = map.Number("capacity_fraction", 0.01, 1);
        if (shape is TimestampShape times)
        {
            foreach (var key in new[] { "rate", "capacity_fraction", "arrivals" })
                if (map.Find(key) is { } where) problems.Add(where, $"the file of the shape says when each request comes: leave '{key}' out.");
            return (times.MeanPerSecond, null);
        }

        if (!map.Has("rate") && !map.Has("capacity_fraction"))
            problems.Add(map.Node, "a measure of latency needs 'rate' (requests a second) or 'capacity_fraction' (0.01 to 1, of the slowest target's capacity).");
        if (rate is not null && fraction is not null)
            problems.Add(map.Find("capacity_fraction")!, "'rate' and 'capacity_fraction' exclude each other.");
        return (rate, fraction);
    }

    /// <summary><c>keep_alive: false</c> is short for one request a connection.</summary>
    private int? ReadChurn(YamlMap map)
    {
        var kept = map.Truth("keep_alive", true);
        if (!map.Has("requests_per_connection")) return kept ? null : 1;
        if (map.Find("keep_alive") is { } where) problems.Add(where, "'keep_alive' and 'requests_per_connection' exclude each other: leave 'keep_alive' out.");
        return map.Integer("requests_per_connection", 1, 1, int.MaxValue);
    }

    private static TimeSpan ReadWarmUp(YamlMap map) => map.Duration("warm_up") ?? DefaultWarmUp;

    private TimeSpan ReadDuration(YamlMap map)
    {
        var duration = map.Duration("duration") ?? DefaultDuration;
        if (duration <= TimeSpan.Zero) problems.Add(map.Find("duration")!, "'duration' must be longer than nothing.");
        return duration;
    }

    private Arrivals ReadArrivals(YamlMap map)
    {
        if (map.Text("arrivals") is not { } name) return Arrivals.Poisson;
        if (Spacings.Contains(name)) return Enum.Parse<Arrivals>(name, ignoreCase: true);
        YamlNode where = map.Find("arrivals")!;
        problems.Add(where, $"unknown arrivals '{name}'.{NearestName.Suggestion(name, Spacings)} Known: {string.Join(", ", Spacings)}.");
        return Arrivals.Poisson;
    }
}
