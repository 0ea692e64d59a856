using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Exports;

/// <summary>Writes a load as a script for k6 (0.40 or later).</summary>
public static class K6Script
{
    private const int LargestLiteral = 64 << 10;
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The script.</summary>
    public static string Write(ExportedLoad load)
    {
        var script = new StringBuilder();
        script.Append("// The load of measure ").Append(Text(load.Measure)).Append(" of the suite ").Append(Text(load.Suite)).Append(", written by `evalfaas export k6`.\n");
        foreach (var limit in Limits(load)) script.Append("// - ").Append(limit).Append('\n');
        script.Append("""

            import http from 'k6/http';
            import encoding from 'k6/encoding';
            import exec from 'k6/execution';
            import { check, sleep } from 'k6';


            """.Replace("check, sleep", load.Load is ClosedLoad { Think: not null } ? "check, sleep" : "check", StringComparison.Ordinal));
        script.Append("export const options = ").Append(Options(load)).Append(";\n\nconst requests = [\n");
        foreach (var request in load.Requests) script.Append(Request(request));
        script.Append("];\n").Append(string.Create(CultureInfo.InvariantCulture, $"const seed = {load.Seed};\n")).Append(Body(load));
        return script.ToString();
    }

    private static IEnumerable<string> Limits(ExportedLoad load)
    {
        yield return "What k6 cannot express, or measures otherwise:";
        if (load.Load is OpenLoad open)
        {
            yield return "Latency counts from when a request is sent, not from when it was meant to be: a stall of the target shows as dropped iterations, not as latency (coordinated omission). Look at dropped_iterations first.";
            yield return "A rate needs a virtual user for each request under way; where maxVUs is too small iterations are dropped.";
            if (open.Shape is TimestampShape times) yield return $"The times of {times.File} are not kept one by one: their number in each span is.";
            else if (open.Arrivals == Arrivals.Poisson) yield return "Arrivals are spaced evenly: k6 has no Poisson process, so queues are shorter than with independent users.";
            if (open.Shape is SineShape) yield return "The sine is 24 straight pieces a period.";
        }

        if (load.Load.Duration < TimeSpan.FromSeconds(1)) yield return "A load lasts a second at least; the suite's is shorter.";
        yield return load.Load.KeepAlive ? "Each virtual user has connections of its own; their number is not bounded as in the suite." : "Each request makes a connection (noConnectionReuse); http_req_duration leaves its making out, so add http_req_connecting.";
        if (load.Load.RequestsPerConnection is > 1 and var most) yield return $"Connections are kept: k6 cannot give one up after {most} requests.";
        if (load.Load is OpenLoad { Slow.Connections: > 0 }) yield return "The slow clients beside the load are left out.";
        if (load.Requests.Length > 1) yield return "Which request comes next is drawn by each virtual user for itself, from its number and the seed.";
        if (load.Requests.Any(r => r.Payload is not null)) yield return "Bodies of random size: of the answers the status alone is checked.";
        if (load.Neighbour is { } neighbour) yield return $"The neighbour '{neighbour}' is left out: the load is that of the measured function alone.";
        yield return "There is no warm-up, no start state is forced, nothing is repeated in blocks.";
    }

    private static string Options(ExportedLoad load)
    {
        var seconds = load.Load.Duration.TotalSeconds;
        object scenario = load.Load switch
        {
            OpenLoad open when load.Segments() is [{ } only] && only.From == only.To => new
            {
                executor = "constant-arrival-rate", rate = Whole(only.From), timeUnit = TimeUnit, duration = Seconds(Math.Max(1, seconds)), preAllocatedVUs = open.Connections, maxVUs = MostUsers(load),
            },
            OpenLoad open => new
            {
                executor = "ramping-arrival-rate", startRate = Whole(load.Segments()[0].From), timeUnit = TimeUnit, preAllocatedVUs = open.Connections, maxVUs = MostUsers(load), stages = Stages(load.Segments()),
            },
            _ => new { executor = "constant-vus", vus = load.Load.Connections, duration = Seconds(Math.Max(1, seconds)) },
        };
        return JsonSerializer.Serialize(
            new { noConnectionReuse = !load.Load.KeepAlive, summaryTrendStats = new[] { "avg", "min", "med", "p(90)", "p(95)", "p(99)", "p(99.9)", "max", "count" }, scenarios = new { load = scenario } },
            new JsonSerializerOptions(Json) { WriteIndented = true });
    }

    // Rates are whole numbers in k6: a unit of 1,000 s keeps three decimals.
    private const string TimeUnit = "1000s";

    private static long Whole(double perSecond) => (long)Math.Round(perSecond * 1_000);

    private static string Seconds(double seconds) => Math.Round(seconds * 1_000).ToString("0", CultureInfo.InvariantCulture) + "ms";

    /// <summary>Enough for a second of answers at the highest rate.</summary>
    private static int MostUsers(ExportedLoad load) => (int)Math.Clamp(load.Segments().Max(s => Math.Max(s.From, s.To)), load.Load.Connections, 20_000);

    private static List<object> Stages(IReadOnlyList<RateSegment> segments)
    {
        var stages = new List<object>();
        for (var i = 0; i < segments.Count; i++)
        {
            // A stage of no length is a jump.
            if (i > 0 && segments[i].From != segments[i - 1].To) stages.Add(new { target = Whole(segments[i].From), duration = "0s" });
            stages.Add(new { target = Whole(segments[i].To), duration = Seconds(segments[i].Seconds) });
        }

        return stages;
    }

    private static string Request(ExportedRequest request) =>
        $$"""
          {
            name: {{Text(request.Name)}},
            weight: {{Number(request.Weight)}},
            method: {{Text(request.Request.Method)}},
            url: {{Text(request.Url.ToString())}},
            headers: {{JsonSerializer.Serialize(request.Request.Headers, Json)}},
            body: (random) => {{(request.Payload is { } law ? $"'x'.repeat({Size(law)})" : Bytes(request.Body))}},
            status: {{request.Status}},
            expected: {{(request.Expected is { } expected ? Expected(expected) : "null")}},
          },

        """;

    private static string Size(PayloadLaw law) => law switch
    {
        FixedPayload size => $"{size.Size}",
        UniformPayload uniform => $"{uniform.Smallest} + Math.floor(random() * {uniform.Most - (long)uniform.Smallest + 1})",
        LogNormalPayload normal => $"Math.min({normal.Most}, Math.floor({normal.Median} * Math.exp({Number(normal.Sigma)} * Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()))))",
        ListedPayload list => $"[{string.Join(", ", list.Sizes)}][Math.floor(random() * {list.Sizes.Length})]",
        _ => throw new ArgumentException($"k6 is not told of the law {law}."),
    };

    /// <summary>A body as an expression: a text, a text repeated, or binary.</summary>
    private static string Bytes(byte[] body) => body.Length == 0 ? "null" : AsText(body) ?? $"encoding.b64decode('{Convert.ToBase64String(body)}', 'std')";

    private static string Expected(byte[] body) => body.Length == 0 ? "''" : AsText(body) ?? $"null /* binary, {body.Length} bytes: the status alone is checked */";

    private static string? AsText(byte[] body)
    {
        if (!body.All(b => b is (>= 0x20 and <= 0x7e) or (byte)'\n' or (byte)'\r' or (byte)'\t')) return null;
        var text = Encoding.ASCII.GetString(body);
        if (body.Length <= LargestLiteral) return Text(text);
        for (var period = 1; period <= 4_096; period++)
            if (body.Length % period == 0 && body.AsSpan(period).SequenceEqual(body.AsSpan(..^period))) return $"{Text(text[..period])}.repeat({body.Length / period})";
        return Text(text);
    }

    private static string Body(ExportedLoad load) =>
        $$"""

        // A generator of its own for each virtual user (mulberry32), so that the same seed gives the same draws.
        function generator(start) {
          let state = start >>> 0;
          return () => {
            state = (state + 0x6d2b79f5) >>> 0;
            let mixed = Math.imul(state ^ (state >>> 15), state | 1);
            mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
            return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
          };
        }

        let random = null;

        function pick() {
          let at = random() * requests.reduce((sum, request) => sum + request.weight, 0);
          for (const request of requests) {
            at -= request.weight;
            if (at < 0) return request;
          }
          return requests[requests.length - 1];
        }

        export default function () {
          random = random || generator(seed * 100003 + exec.vu.idInTest);
          const request = pick();
          const answer = http.request(request.method, request.url, request.body(random), { headers: request.headers, tags: { name: request.name } });
          check(answer, {
            'right status': (a) => a.status === request.status,
            'right body': (a) => request.expected === null || a.body === request.expected,
          });
        {{Think((load.Load as ClosedLoad)?.Think)}}}

        """;

    private static string Think(ThinkTime? think) => think switch
    {
        null => "",
        { IsExponential: true } => $"  sleep(-Math.log(1 - random()) * {Number(think.Mean.TotalSeconds)});\n",
        _ => $"  sleep({Number(think.Mean.TotalSeconds)});\n",
    };

    private static string Text(string text) => JsonSerializer.Serialize(text, Json);

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
