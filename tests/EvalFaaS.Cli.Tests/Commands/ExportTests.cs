using System.Xml.Linq;

namespace EvalFaaS.Cli.Tests;

public sealed class ExportTests
{
    [Fact]
    public async Task A_load_is_written_for_k6() =>
        Assert.Contains("http://10.0.0.1/fn/echo", CliAssert.Succeeded(await Cli.RunAsync("export", "k6", "quickstart", "--rate", "500", "--target-url", "http://10.0.0.1/fn/{function}")));

    [Fact]
    public async Task A_load_is_written_for_JMeter_into_a_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"evalfaas-export-{Environment.ProcessId}.jmx");
        try
        {
            CliAssert.Succeeded(await Cli.RunAsync("export", "jmeter", "quickstart", "--measure", "throughput", "-o", file));
            Assert.Equal("jmeterTestPlan", XDocument.Load(file).Root!.Name.LocalName);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("say --rate R (requests a second)", "export", "k6", "quickstart", "--measure", "latency")]
    [InlineData("has no load 'latncy'. Did you mean 'latency'?", "export", "k6", "quickstart", "--measure", "latncy")]
    [InlineData("There is no suite 'quickstrt'. Did you mean 'quickstart'?", "export", "jmeter", "quickstrt")]
    [InlineData("'nowhere' is no URL like", "export", "k6", "quickstart", "--rate", "1", "--target-url", "nowhere")]
    public async Task What_cannot_be_exported_is_told(string message, params string[] words) => CliAssert.Refused(CliAssert.Usage, message, await Cli.RunAsync(words));
}
