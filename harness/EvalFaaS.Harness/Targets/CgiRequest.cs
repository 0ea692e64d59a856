using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets;

/// <summary>A request to a program that speaks CGI/1.1 (RFC 3875).</summary>
internal static class CgiRequest
{
    /// <summary>The request's metadata as environment variables.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Environment(RequestCase request)
    {
        var question = request.Path.IndexOf('?');
        yield return new("GATEWAY_INTERFACE", "CGI/1.1");
        yield return new("SERVER_PROTOCOL", "HTTP/1.1");
        yield return new("SERVER_NAME", "localhost");
        yield return new("REMOTE_ADDR", "127.0.0.1");
        yield return new("REQUEST_METHOD", request.Method);
        yield return new("SCRIPT_NAME", "");
        yield return new("PATH_INFO", question < 0 ? request.Path : request.Path[..question]);
        yield return new("QUERY_STRING", question < 0 ? "" : request.Path[(question + 1)..]);
        yield return new("CONTENT_LENGTH", request.Body.Length.ToString());
        foreach (var (name, value) in request.Headers)
        {
            var key = name.ToUpperInvariant().Replace('-', '_');
            yield return new(key == "CONTENT_TYPE" ? key : $"HTTP_{key}", value);
        }
    }

    /// <summary>What the program did, as a sample: its answer is what follows the headers. The spawn is the phase instantiate, and what comes until the first byte execute.</summary>
    public static LoadSample Sample(SpawnResult result, ReadOnlyMemory<byte>? expected)
    {
        var end = result.Output.AsSpan().IndexOf("\r\n\r\n"u8);
        var skip = 4;
        if (end < 0)
        {
            end = result.Output.AsSpan().IndexOf("\n\n"u8);
            skip = 2;
        }

        var body = end < 0 ? result.Output : result.Output.AsSpan(end + skip);
        var sample = new LoadSample
        {
            IntendedNs = result.StartedNs,
            IssuedNs = result.StartedNs,
            FirstByteNs = result.FirstByteNs,
            LastByteNs = result.EndedNs,
            Outcome = result.ExitCode != 0 ? LoadOutcome.BadStatus : expected is { } right && !body.SequenceEqual(right.Span) ? LoadOutcome.WrongAnswer : LoadOutcome.Ok,
            Status = (short)(result.ExitCode == 0 ? 200 : 500),
        };
        return Stretches.Seen(sample, result.StartedNs, (Phase.Instantiate, result.SpawnedNs), (Phase.Execute, result.FirstByteNs));
    }
}
