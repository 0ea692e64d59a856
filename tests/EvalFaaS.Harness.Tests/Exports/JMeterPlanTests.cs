using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using EvalFaaS.Harness.Exports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Exports;

public sealed partial class JMeterPlanTests
{
    [Theory]
    [MemberData(nameof(ExportedLoads.Names), MemberType = typeof(ExportedLoads))]
    public void Every_load_is_a_plan_with_the_elements_that_JMeter_requires(string name)
    {
        var root = XDocument.Parse(JMeterPlan.Write(ExportedLoads.Of(name))).Root!;
        Assert.Equal("jmeterTestPlan", root.Name.LocalName);
        Assert.NotNull(root.Element("hashTree")!.Element("TestPlan"));
        Assert.Single(root.Descendants(), e => e.Name.LocalName is "ThreadGroup" or "OpenModelThreadGroup");
        Assert.Equal(6, root.Descendants("HTTPSamplerProxy").Count());
        // Each element of a tree is followed by the tree of what is under it.
        foreach (var tree in root.DescendantsAndSelf("hashTree"))
            Assert.All(tree.Elements().Select((e, i) => (e, i)), x => Assert.Equal(x.i % 2 == 1, x.e.Name.LocalName == "hashTree"));
        Assert.All(root.Descendants("hashTree").SelectMany(t => t.Elements()).Where(e => e.Name.LocalName != "hashTree"), e => Assert.NotNull(e.Attribute("testclass")));
    }

    [Theory]
    [MemberData(nameof(ExportedLoads.OpenNames), MemberType = typeof(ExportedLoads))]
    public void The_schedule_asks_as_many_requests_in_the_same_time(string name)
    {
        var load = ExportedLoads.Of(name);
        var schedule = Property(load, "OpenModelThreadGroup.schedule");
        double asked = 0, seconds = 0;
        foreach (Match piece in Piece().Matches(schedule))
        {
            double Number(int group) => double.Parse(piece.Groups[group].Value, CultureInfo.InvariantCulture);
            asked += (Number(1) + Number(4)) / 2 * Number(3);
            seconds += Number(3);
            Assert.Equal(name == "even" ? "even" : "random", piece.Groups[2].Value);
        }

        Assert.Equal(5, seconds, 0.001);
        Assert.Equal(load.Segments().Sum(s => s.Count), asked, 0.01 * asked);
        Assert.EndsWith("pause(10 sec)", schedule);
    }

    [Fact]
    public void Users_new_connections_and_think_times_are_told()
    {
        Assert.Equal("7", Property(ExportedLoads.Of("closed"), "ThreadGroup.num_threads"));
        Assert.Equal("false", Property(ExportedLoads.Of("no-keep-alive"), "HTTPSampler.use_keepalive"));
        Assert.Equal("100", Property(ExportedLoads.Of("fixed-think"), "ConstantTimer.delay"));
        Assert.Contains("Math.log", JMeterPlan.Write(ExportedLoads.Of("exponential-think")));
    }

    [Fact]
    public void What_JMeter_cannot_express_is_said() => Assert.Contains("JMeter falls behind, and does not say so", JMeterPlan.Write(ExportedLoads.Of("constant")));

    [Fact]
    public void A_neighbour_is_said_to_be_left_out() => Assert.Contains("The neighbour 'burn' is left out", JMeterPlan.Write(ExportedLoads.Of("neighbour")));

    [Fact]
    public async Task JMeter_takes_the_plan()
    {
        Assert.SkipUnless(await IsNewEnoughAsync(), "no JMeter 5.5 or later is installed");
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.File("load.jmx"), JMeterPlan.Write(ExportedLoads.Of("fixed-think")), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("Error in NonGUIDriver", await RunAsync("-n", "-t", folder.File("load.jmx"), "-l", folder.File("load.jtl")));
    }

    private static async Task<bool> IsNewEnoughAsync()
    {
        if (!Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(f => File.Exists(Path.Combine(f, "jmeter")))) return false;
        return NewEnough().IsMatch(await RunAsync("--version"));
    }

    private static async Task<string> RunAsync(params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("jmeter", words) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }

    private static string Property(ExportedLoad load, string name) => XDocument.Parse(JMeterPlan.Write(load)).Descendants().First(e => e.Attribute("name")?.Value == name).Value;

    [GeneratedRegex(@"rate\(([\d.]+)/sec\) (even|random)_arrivals\(([\d.]+) sec\) rate\(([\d.]+)/sec\)")]
    private static partial Regex Piece();

    [GeneratedRegex(@"\b(5\.[5-9]|[6-9]\.\d)")]
    private static partial Regex NewEnough();
}
