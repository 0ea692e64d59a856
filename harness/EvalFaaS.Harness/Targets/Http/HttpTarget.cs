using System.Net;

namespace EvalFaaS.Harness.Targets.Http;

/// <summary>Any platform that answers at a URL: OpenFaaS, Knative, Fission, AWS Lambda, Cloudflare or what else there is. Commands of the suite deploy to it, force its start states and clean up.</summary>
public sealed class HttpTarget : ITarget
{
    private readonly HttpOptions _options;

    /// <summary>A platform as a suite describes it.</summary>
    /// <param name="name">Its name in suites.</param>
    /// <param name="options">See docs/targets.md.</param>
    /// <exception cref="ArgumentException">An option is missing, unknown or wrong.</exception>
    public HttpTarget(string name, IReadOnlyDictionary<string, string> options)
    {
        Name = name;
        _options = HttpOptions.Read(name, options);
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string IsolatedBy => _options.Text("isolation") ?? "what the platform isolates by; the suite does not say";

    /// <inheritdoc/>
    public TargetOrigin Origin => new(_options.Text("licence") ?? "not stated", _options.Text("version") ?? "not stated", _options.Text("source") ?? _options.Url?.GetLeftPart(UriPartial.Authority) ?? "any URL");

    /// <inheritdoc/>
    public string PhaseNotes => "Phases as the answer's Server-Timing names them; without that, from the request to the first byte is execute, with all other phases and the network in it.";

    /// <summary>Whether it is reached over TLS, which the gateway speaks and the generator does not.</summary>
    public bool IsSecure => _options.Url?.Scheme == Uri.UriSchemeHttps;

    /// <inheritdoc/>
    public string? WhyUnavailable()
    {
        if (_options.Url is not { } url) return "no URL is given: describe the platform in a suite, see docs/targets.md";
        try
        {
            return Dns.GetHostAddresses(url.Host).Length > 0 ? null : $"'{url.Host}' has no address";
        }
        catch (Exception e) when (e is System.Net.Sockets.SocketException or ArgumentException)
        {
            return $"'{url.Host}' cannot be found: {e.Message}";
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> States => [.. _options.Forces.Keys.Append(_options.State).Distinct().OrderBy(Scenarios.StartStates.Order)];

    /// <inheritdoc/>
    public IReadOnlyList<string> ListeningStates => States;

    /// <inheritdoc/>
    public TargetAbilities Abilities => TargetAbilities.Load;

    /// <inheritdoc/>
    public Task<ITargetRun> StartAsync(MeasuringMachine machine, int instances, CancellationToken cancellation) =>
        Task.FromResult<ITargetRun>(new HttpRun(Name, _options, machine));
}
