using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Exports;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas export</c>: a suite's load for other tools.</summary>
internal static class ExportCommand
{
    public static Command Create() => new("export", "Write a suite's load for another tool.")
    {
        Tool("k6", "A script for k6.", K6Script.Write),
        Tool("jmeter", "A test plan for JMeter 5.5 or later.", JMeterPlan.Write),
    };

    private static Command Tool(string name, string description, Func<ExportedLoad, string> write)
    {
        var suite = new Argument<string>("suite") { Description = "A suite's name (scenarios/suites/NAME.yaml) or a file." };
        var measure = new Option<string?>("--measure") { Description = "Which of its loads. Default: the first of latency, else of throughput.", HelpName = "NAME" };
        var url = new Option<string>("--target-url")
        {
            Description = $"Where functions are served; {LoadExport.FunctionPlace} stands for the name.",
            DefaultValueFactory = _ => $"http://127.0.0.1:8080/fn/{LoadExport.FunctionPlace}",
            HelpName = "URL",
        };
        var rate = new Option<double?>("--rate") { Description = "Requests a second, in place of the suite's.", HelpName = "R" };
        var output = new Option<string?>("--output", "-o") { Description = "The file. Default: stdout.", HelpName = "FILE" };
        var command = new Command(name, description) { suite, measure, url, rate, output };
        command.SetAction(parsed =>
        {
            var library = FunctionLibrary.Open(Repository.Functions());
            var read = Suites.Read(parsed.GetValue(suite)!, library);
            if (parsed.GetValue(rate) is <= 0 or > 10_000_000) throw new UsageException("--rate takes requests a second, from above 0 to 10,000,000.");
            var text = write(Of(read, parsed.GetValue(measure), library, parsed.GetValue(url)!, parsed.GetValue(rate)));
            if (parsed.GetValue(output) is { } file) File.WriteAllText(file, text);
            else Console.Out.Write(text);
            return ExitCode.Done;
        });
        return command;
    }

    private static ExportedLoad Of(Suite suite, string? measure, FunctionLibrary library, string url, double? rate)
    {
        try
        {
            return LoadExport.Of(suite, measure, library, url, rate);
        }
        catch (ArgumentException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
