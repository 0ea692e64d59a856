using System.Diagnostics;
using System.Text;
using EvalFaaS.Harness.Functions;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The native programs as CGI programs, one process a request.</summary>
public sealed class NativeCgiTests(NativeBuild native)
{
    [Theory]
    [MemberData(nameof(Library.NativeBuildsAndCases), MemberType = typeof(Library))]
    public async Task Answers_as_the_case_says(string name, string caseName)
    {
        var expected = Library.Open.Find(name).Function.Case(caseName);
        var body = expected.Request.Body?.ToBytes() ?? [];
        var (exitCode, output) = await RunAsync(await native.ProgramAsync(name), body, Variables(expected.Request, body.Length));
        Assert.Equal(0, exitCode);
        CaseAssert.Matches(expected.Response, CgiAnswer.Parse(output));
    }

    [Fact]
    public async Task Without_a_length_the_body_reaches_to_the_end_of_the_input()
    {
        var (_, output) = await RunAsync(await native.ProgramAsync("echo"), new byte[200_000], []);
        Assert.Equal(200_000, CgiAnswer.Parse(output).Body.Length);
    }

    [Fact]
    public async Task With_a_length_nothing_behind_it_is_read()
    {
        var (_, output) = await RunAsync(await native.ProgramAsync("echo"), "abcdef"u8.ToArray(), new() { ["CONTENT_LENGTH"] = "3" });
        Assert.Equal("abc", Encoding.UTF8.GetString(CgiAnswer.Parse(output).Body));
    }

    [Fact]
    public async Task A_length_that_is_no_number_ends_with_code_1()
    {
        var (exitCode, _) = await RunAsync(await native.ProgramAsync("echo"), [], new() { ["CONTENT_LENGTH"] = "-3" });
        Assert.Equal(1, exitCode);
    }

    private static Dictionary<string, string> Variables(CaseRequest request, int length)
    {
        var variables = new Dictionary<string, string>
        {
            ["GATEWAY_INTERFACE"] = "CGI/1.1",
            ["REQUEST_METHOD"] = request.Method,
            ["PATH_INFO"] = request.Path,
            ["QUERY_STRING"] = request.Query,
            ["CONTENT_LENGTH"] = $"{length}",
        };
        foreach (var (header, value) in request.Headers) variables["HTTP_" + header.ToUpperInvariant().Replace('-', '_')] = value;
        return variables;
    }

    private static async Task<(int ExitCode, byte[] Output)> RunAsync(string program, byte[] body, Dictionary<string, string> variables)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Clear();
        foreach (var (key, value) in variables) start.Environment[key] = value;
        using var process = Process.Start(start)!;
        var cancellation = TestContext.Current.CancellationToken;
        using var output = new MemoryStream();
        var reading = process.StandardOutput.BaseStream.CopyToAsync(output, cancellation);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(body, cancellation);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It answered without reading all of its input.
        }

        await reading;
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output.ToArray());
    }
}
