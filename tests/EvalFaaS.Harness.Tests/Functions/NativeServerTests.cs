namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The native programs as servers.</summary>
public sealed class NativeServerTests(NativeBuild native)
{
    [Theory]
    [MemberData(nameof(Library.NativeBuildsAndCases), MemberType = typeof(Library))]
    public async Task Answers_as_the_case_says(string name, string caseName)
    {
        var expected = Library.Open.Find(name).Function.Case(caseName);
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync(name));
        using var client = server.Client();
        using var request = new HttpRequestMessage(new HttpMethod(expected.Request.Method), expected.Request.Target);
        foreach (var (header, value) in expected.Request.Headers) request.Headers.Add(header, value);
        if (expected.Request.Body is { } body) request.Content = new ByteArrayContent(body.ToBytes());
        CaseAssert.Matches(expected.Response, await SendAsync(client, request));
    }

    [Fact]
    public async Task A_counter_counts_over_connections_and_threads()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("counter"), "--threads", "3");
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(async _ =>
        {
            using var client = server.Client();
            return int.Parse(await client.GetStringAsync("/", TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
        }));
        Assert.Equal(Enumerable.Range(1, 40), answers.Order());
    }

    [Fact]
    public async Task Says_that_it_is_well()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("hello"));
        using var client = server.Client();
        Assert.Equal("ok\n", await client.GetStringAsync("/healthz", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Ends_with_code_0_when_asked_to_and_takes_its_socket_away()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("hello"));
        using var client = server.Client();
        await client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Equal(0, await server.StopAsync());
        Assert.False(File.Exists(server.Address["unix:".Length..]));
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        var program = await native.ProgramAsync("hello");
        await using var server = await NativeServer.StartAtAsync(program, "0");
        var start = new System.Diagnostics.ProcessStartInfo(program, ["--serve", server.Address]) { RedirectStandardError = true };
        using var second = System.Diagnostics.Process.Start(start)!;
        Assert.Equal($"Cannot listen on {server.Address}: Address already in use.\n", await second.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await second.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, second.ExitCode);
    }

    [Fact]
    public async Task A_body_in_chunks_is_put_together()
    {
        await using var server = await NativeServer.StartAsync(await native.ProgramAsync("echo"));
        using var client = server.Client();
        var body = new byte[3_000_000];
        new Random(1).NextBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StreamContent(new MemoryStream(body)) };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(body, (await SendAsync(client, request)).Body);
    }

    private static async Task<Answer> SendAsync(HttpClient client, HttpRequestMessage request)
    {
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal($"{body.Length}", headers["Content-Length"]);
        return new Answer((int)response.StatusCode, headers, body);
    }
}
