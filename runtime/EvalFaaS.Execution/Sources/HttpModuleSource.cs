using System.Collections.Immutable;
using System.Net;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Modules over HTTP (<c>http:</c>, <c>https:</c>); the digest is required, since what a server sends tomorrow is not known today.</summary>
public sealed class HttpModuleSource : IModuleSource, IDisposable
{
    private const string Component = "source/http";
    private readonly HttpClient _client;

    /// <summary>With the platform's own handler, or with another one (tests, proxies).</summary>
    public HttpModuleSource(HttpMessageHandler? handler = null) =>
        _client = new HttpClient(handler ?? new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(10) }) { Timeout = TimeSpan.FromSeconds(60) };

    /// <inheritdoc/>
    public ImmutableArray<string> Schemes { get; } = ["http", "https"];

    /// <inheritdoc/>
    public async ValueTask<byte[]> FetchAsync(ModuleReference reference, long maximumBytes, CancellationToken cancellation)
    {
        if (reference.Digest is null)
            throw new FaultException(FaultKind.InvalidRequest, Component, $"The module {reference.Uri} comes over HTTP and has no digest. Give its sha256 digest (`sha256sum FILE`).");
        try
        {
            using var response = await _client.GetAsync(reference.Uri, HttpCompletionOption.ResponseHeadersRead, cancellation).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) throw Refused(reference, response.StatusCode);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            return await BoundedRead.AllAsync(body, response.Content.Headers.ContentLength, maximumBytes, reference.Uri.ToString(), cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            throw new FaultException(FaultKind.ModuleUnavailable, Component, $"The module {reference.Uri} could not be fetched: {e.Message}", retryMayHelp: true, e);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static FaultException Refused(ModuleReference reference, HttpStatusCode status) => new(
        FaultKind.ModuleUnavailable, Component,
        $"The server of the module {reference.Uri} answered {(int)status}.",
        retryMayHelp: status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500);
}
