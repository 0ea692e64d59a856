using System.CommandLine;
using EvalFaaS.Cli.Loads;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.StandaloneLoad;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas load</c>: the generator alone, against any URL.</summary>
internal static class LoadCommand
{
    private static readonly Argument<string?> Url = new("url") { Description = "Where requests go, for example http://127.0.0.1:8080/fn/hello.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<double?> Rate = new("--rate", "-r") { Description = "Requests a second, whatever the answers (open loop).", HelpName = "R" };
    private static readonly Option<string?> Shape = new("--shape") { Description = "How the rate changes, as in suites: 'ramp: {from: 0.1, to: 1}', 'sine: {amplitude: 0.5, period: 10s}', 'csv: FILE', ...", HelpName = "SHAPE" };
    private static readonly Option<bool> Poisson = new("--poisson") { Description = "Requests at random times, as independent users make them. Default: evenly." };
    private static readonly Option<int?> Closed = CommonOptions.Number("--closed", "So many users, each of whom asks again when answered (closed loop).");
    private static readonly Option<string?> Think = new("--think") { Description = "How long a user thinks between: 100ms, or 'exponential: 100ms'.", HelpName = "TIME" };
    private static readonly Option<string> Duration = new("--duration") { Description = "How long requests are started.", DefaultValueFactory = _ => "10s", HelpName = "TIME" };
    private static readonly Option<string> Wait = new("--timeout") { Description = "How long an answer may take.", DefaultValueFactory = _ => "10s", HelpName = "TIME" };
    private static readonly Option<int?> Connections = CommonOptions.Number("--connections", "Connections of an open loop. Default: 16.");
    private static readonly Option<bool> NoKeepAlive = new("--no-keep-alive") { Description = "A new connection for each request; its making counts." };
    private static readonly Option<string?> Method = new("--method", "-X") { Description = "The method. Default: GET, or POST with a body." };
    private static readonly Option<string[]> Headers = new("--header", "-H") { Description = "A request header; may be given again.", HelpName = "NAME: VALUE" };
    private static readonly Option<string?> Data = new("--data", "-d") { Description = "The request's body; @FILE reads it from a file.", HelpName = "TEXT" };
    private static readonly Option<string?> Payload = new("--payload") { Description = "Bodies of random size, as in suites: 1000, '[10, 1000]', 'uniform: {from: 0, to: 10000}', 'lognormal: {median: 4000, sigma: 1}'.", HelpName = "LAW" };
    private static readonly Option<string?> Expect = new("--expect") { Description = "The right answer: a status, sha256:DIGEST of its body, or same (each body like the first). Default: 200 to 299.", HelpName = "WHAT" };
    private static readonly Option<int?> Seed = CommonOptions.Number("--seed", "Seed of all that is random. Default: 1.");
    private static readonly Option<string?> Out = new("--out") { Description = "A folder for load.json and latency.hgrm.", HelpName = "DIR" };
    private static readonly Option<bool> SelfTest = new("--self-test") { Description = "Measure the generator itself, against a server that does nothing." };

    public static Command Create()
    {
        var json = CommonOptions.Json();
        var command = new Command("load", "Put load on a URL, and tell latencies from the intended start.")
        {
            Url, Rate, Shape, Poisson, Closed, Think, Duration, Wait, Connections, NoKeepAlive, Method, Headers, Data, Payload, Expect, Seed, Out, SelfTest, json,
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(SelfTest)
            ? SelfTestAsync(parsed, parsed.GetValue(json), cancellation)
            : RunAsync(parsed, parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var url = parsed.GetValue(Url) ?? throw new UsageException("load needs a URL, for example http://127.0.0.1:8080/fn/hello.");
        var text = new LoadText
        {
            Rate = parsed.GetValue(Rate),
            Shape = parsed.GetValue(Shape),
            Poisson = parsed.GetValue(Poisson),
            Closed = parsed.GetValue(Closed),
            Think = parsed.GetValue(Think),
            Duration = Quantities.Duration(parsed.GetValue(Duration)!),
            Connections = parsed.GetValue(Connections),
            Payload = parsed.GetValue(Payload),
        };
        var load = LoadTextReader.Read(text);
        var target = await LoadUrl.ParseAsync(url, cancellation);
        var request = await LoadRequests.BuildAsync(target, parsed.GetValue(Method), parsed.GetValue(Headers) ?? [], parsed.GetValue(Data), load.Payload, parsed.GetValue(Expect), cancellation);
        var seed = parsed.GetValue(Seed) ?? 1;
        var plan = load.Plan(request, seed) with { RequestsPerConnection = parsed.GetValue(NoKeepAlive) ? 1 : null, Timeout = Quantities.Duration(parsed.GetValue(Wait)!) };
        var summary = await LoadRun.RunAsync(plan, load.AskedPerSecond, json ? null : LoadView.Choose(url), parsed.GetValue(Out), cancellation);
        if (json) Output.WriteJson(summary);
        else LoadTable.Write(summary);
        return summary.Failures.Count > 0 || summary.Behind is not null || summary.Ok == 0 ? ExitCode.Failed : ExitCode.Done;
    }

    private static async Task<int> SelfTestAsync(ParseResult parsed, bool json, CancellationToken cancellation)
    {
        var test = await GeneratorSelfTest.RunAsync(parsed.GetValue(Rate) ?? 20_000, Quantities.Duration(parsed.GetValue(Duration)!) / 4, new MonotonicClock(TimeProvider.System), cancellation);
        if (json) Output.WriteJson(test);
        else LoadTable.Write(test);
        return ExitCode.Done;
    }
}
