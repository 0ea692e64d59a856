namespace EvalFaaS.Node;

/// <summary>What clients may do.</summary>
public sealed record HttpOptions
{
    /// <summary>Bytes a second at which a request's body must come, after a grace of <see cref="SlowGrace"/>; slower ones get 408. Default 240; 0 switches it off.</summary>
    public int MinimumRequestRate { get; init; } = 240;

    /// <summary>How long a body may come slower than <see cref="MinimumRequestRate"/>, and a response be taken so. Default 5 s; 2 s to 10 min, since the server looks once a second.</summary>
    public TimeSpan SlowGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long a request's head may take. Default 30 s; 1 s to 10 min.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an idle connection is kept. Default 130 s; 1 s to 1 h.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(130);

    /// <summary>Connections at once; further ones are closed at once. Default 0: as many as descriptors allow.</summary>
    public int MaximumConnections { get; init; }
}
