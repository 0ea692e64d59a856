namespace EvalFaaS.Policies.Tests;

/// <summary>Every policy of the catalogue, made as an executor makes them.</summary>
internal static class Policies
{
    public static PolicySurroundings Surroundings { get; } = new()
    {
        Forecast = new KnownRates((_, at) => at % 1800 < 600 ? 0.05 : 0.0001),
        Future = new KnownArrivals([.. Enumerable.Repeat(Enumerable.Range(0, 1000).Select(i => 700.0 * i).ToArray(), 8)]),
    };

    public static T Make<T>(string spec, PolicyKind kind) where T : class => PolicySpec.Parse(spec, kind).Make<T>(Surroundings);

    public static IKeepAlivePolicy KeepAlive(string spec) => Make<IKeepAlivePolicy>(spec, PolicyKind.KeepAlive);

    public static TheoryData<string> Names(PolicyKind kind) => [.. PolicyCatalogue.All.Where(e => e.Kind == kind).Select(e => e.Name)];
}
