using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace EvalFaaS.Harness.Tests.Load;

/// <summary>A real Kestrel on a free port that answers as it is told.</summary>
internal sealed class TestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestServer(WebApplication app) => _app = app;

    public IPEndPoint Address => IPEndPoint.Parse(new Uri(_app.Urls.First()).Authority);

    public static async Task<TestServer> StartAsync(RequestDelegate answer, Action<KestrelServerOptions>? set = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(o => set?.Invoke(o)).UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Run(answer);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
