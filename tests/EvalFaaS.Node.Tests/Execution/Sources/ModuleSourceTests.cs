using System.Net;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class ModuleSourceTests
{
    private static readonly ModuleDigest Digest = ModuleDigest.Of(TestModules.Reactor());

    [Fact]
    public async Task A_module_comes_over_http_by_its_digest()
    {
        await using var bench = await Bench(_ => Answer(HttpStatusCode.OK));

        var function = await bench.DeployAsync(with: Over(Digest));

        Assert.Equal(Digest, function.Revision.Module);
    }

    [Fact]
    public async Task Http_without_a_digest_is_refused()
    {
        await using var bench = await Bench(_ => Answer(HttpStatusCode.OK));

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: Over(null)));

        Assert.Equal(FaultKind.InvalidRequest, fault.Fault.Kind);
    }

    [Fact]
    public async Task Other_bytes_than_asked_for_are_refused()
    {
        await using var bench = await Bench(_ => Answer(HttpStatusCode.OK));

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: Over(ModuleDigest.Of([7]))));

        Assert.Equal(FaultKind.DigestMismatch, fault.Fault.Kind);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    public async Task A_server_that_refuses_says_whether_a_retry_may_help(HttpStatusCode status, bool retry)
    {
        await using var bench = await Bench(_ => Answer(status));

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: Over(Digest)));

        Assert.Equal((FaultKind.ModuleUnavailable, retry), (fault.Fault.Kind, fault.Fault.RetryMayHelp));
    }

    [Fact]
    public async Task A_body_that_never_ends_is_cut_at_the_bound()
    {
        await using var bench = await Bench(_ => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new EndlessStream()) });

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: Over(Digest)));

        Assert.Equal(FaultKind.ModuleUnsupported, fault.Fault.Kind);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_named()
    {
        await using var bench = await RuntimeBench.StartAsync();

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: r => r with { Bytes = null, Source = ModuleReference.File("/nowhere/m.wasm") }));

        Assert.Equal(FaultKind.ModuleUnavailable, fault.Fault.Kind);
        Assert.Contains("/nowhere/m.wasm", fault.Message);
    }

    [Fact]
    public async Task A_scheme_that_nobody_serves_is_named()
    {
        await using var bench = await RuntimeBench.StartAsync();

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: r => r with { Bytes = null, Source = new ModuleReference(new Uri("ftp://example.org/m.wasm")) }));

        Assert.Contains("'ftp:'", fault.Message);
    }

    private static Func<DeployRequest, DeployRequest> Over(ModuleDigest? digest) =>
        r => r with { Bytes = null, Source = new ModuleReference(new Uri("https://example.org/m.wasm"), digest) };

    private static HttpResponseMessage Answer(HttpStatusCode status) => new(status) { Content = new ByteArrayContent(TestModules.Reactor()) };

    private static Task<RuntimeBench> Bench(Func<HttpRequestMessage, HttpResponseMessage> server) => RuntimeBench.StartAsync(o => o with
    {
        MaximumModuleBytes = 1 << 20,
        Sources = [new FileModuleSource(), new HttpModuleSource(new Handler(server))],
    });

    private sealed class Handler(Func<HttpRequestMessage, HttpResponseMessage> server) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(server(request));
    }

    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => new(buffer.Length);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => Task.FromResult(count);
    }
}
