namespace EvalFaaS.Node.Configuration;

/// <summary>Settings of what clients may do.</summary>
internal static class HttpSettings
{
    public static IEnumerable<Setting> All { get; } =
    [
        new Setting<int>(new IntegerType(0, 1 << 30), o => o.Http.MinimumRequestRate, (o, v) => o with { Http = o.Http with { MinimumRequestRate = v } })
        {
            Key = "http.minimumRequestRate", Description = "Bytes a second at which a request's body must come after the grace; slower ones get 408; 0 switches it off.",
        },
        Duration("http.slowGrace", "How long a body may come slower than that, and a response be taken slower than 240 bytes a second.", 2, 600,
            h => h.SlowGrace, (h, v) => h with { SlowGrace = v }),
        Duration("http.headersTimeout", "How long a request's head may take.", 1, 600, h => h.HeadersTimeout, (h, v) => h with { HeadersTimeout = v }),
        Duration("http.keepAlive", "How long an idle connection is kept.", 1, 3600, h => h.KeepAlive, (h, v) => h with { KeepAlive = v }),
        new Setting<int>(new IntegerType(0, 1 << 20), o => o.Http.MaximumConnections, (o, v) => o with { Http = o.Http with { MaximumConnections = v } })
        {
            Key = "http.maximumConnections", Description = "Connections at once; further ones are closed at once; 0: as many as descriptors allow.",
        },
    ];

    private static Setting<TimeSpan> Duration(
        string key, string description, int minimumSeconds, int maximumSeconds, Func<HttpOptions, TimeSpan> get, Func<HttpOptions, TimeSpan, HttpOptions> set) =>
        new(new DurationType(TimeSpan.FromSeconds(minimumSeconds), TimeSpan.FromSeconds(maximumSeconds)), o => get(o.Http), (o, v) => o with { Http = set(o.Http, v) })
        {
            Key = key, Description = description,
        };
}
