using System.Globalization;
using System.Text;
using System.Xml.Linq;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Exports;

/// <summary>Writes a load as a test plan for JMeter (5.5 or later: its open model thread group).</summary>
public static class JMeterPlan
{
    /// <summary>The plan.</summary>
    public static string Write(ExportedLoad load)
    {
        var samplers = load.Requests.SelectMany(r => JMeterSampler.Of(r, load.Load.KeepAlive)).ToList();
        List<object> group = load.Requests.Length == 1 ? [.. samplers] : [Switch(load), new XElement("hashTree", samplers)];
        var plan = new XElement("jmeterTestPlan",
            new XAttribute("version", "1.2"), new XAttribute("properties", "5.0"), new XAttribute("jmeter", "5.6.3"),
            new XElement("hashTree",
                Plan(load),
                new XElement("hashTree",
                    load.Load is OpenLoad open ? Open(load, open) : Closed((ClosedLoad)load.Load),
                    new XElement("hashTree", [.. Think((load.Load as ClosedLoad)?.Think), .. group]))));
        return new XDocument(new XDeclaration("1.0", "UTF-8", null), new XComment(Comment(load)), plan).ToStringWithDeclaration();
    }

    private static string ToStringWithDeclaration(this XDocument document) => $"{document.Declaration}\n{document}\n";

    private static string Comment(ExportedLoad load) =>
        string.Join("\n     ", (string[])[$" The load of measure '{load.Measure}' of the suite '{load.Suite}', written by evalfaas export jmeter.", .. Limits(load).Select(l => l.Replace("--", "- -", StringComparison.Ordinal))]) + " ";

    private static IEnumerable<string> Limits(ExportedLoad load)
    {
        yield return "What JMeter cannot express, or measures otherwise:";
        if (load.Load is OpenLoad open)
        {
            yield return "* Latency counts from when a request is sent, not from when it was meant to be (coordinated omission).";
            yield return "* Each arrival is a thread of its own, started to the millisecond: above some thousand requests a second JMeter falls behind, and does not say so. Compare the number of samples with the rate.";
            yield return "* The number of connections is not bounded, and a thread's connection ends with it: kept-alive connections are those of JMeter's shared pool at best.";
            if (open.Shape is TimestampShape times) yield return $"* The times of {times.File} are not kept one by one: their number in each span is.";
            if (open.Shape is SineShape) yield return "* The sine is 24 straight pieces a period.";
        }

        else yield return "* A load lasts whole seconds.";
        if (load.Load.RequestsPerConnection is > 1 and var most) yield return $"* Connections are kept: JMeter cannot give one up after {most} requests.";
        if (load.Load is OpenLoad { Slow.Connections: > 0 }) yield return "* The slow clients beside the load are left out.";
        if (load.Requests.Length > 1) yield return "* Which request comes next is drawn without a seed.";
        if (load.Requests.Any(r => r.Payload is not null)) yield return "* Bodies of random size are drawn without a seed; of their answers the status alone is checked.";
        if (load.Load is ClosedLoad { Think.IsExponential: true }) yield return "* Think times are drawn without a seed.";
        if (load.Neighbour is { } neighbour) yield return $"* The neighbour '{neighbour}' is left out: the load is that of the measured function alone.";
        yield return "* There is no warm-up, no start state is forced, nothing is repeated in blocks.";
    }

    private static XElement Plan(ExportedLoad load) => new("TestPlan",
        JMeterXml.Head("TestPlanGui", "TestPlan", $"{load.Suite}: {load.Measure}"),
        JMeterXml.Text("TestPlan.comments", string.Join('\n', Limits(load))),
        JMeterXml.Truth("TestPlan.functional_mode", false),
        JMeterXml.Truth("TestPlan.serialize_threadgroups", false),
        JMeterXml.Arguments("TestPlan.user_defined_variables"));

    private static XElement Open(ExportedLoad load, OpenLoad open) => new("OpenModelThreadGroup",
        JMeterXml.Head("OpenModelThreadGroupGui", "OpenModelThreadGroup", load.Measure),
        new XElement("elementProp", new XAttribute("name", "ThreadGroup.main_controller"), new XAttribute("elementType", "OpenModelThreadGroupController")),
        JMeterXml.Text("ThreadGroup.on_sample_error", "continue"),
        JMeterXml.Text("OpenModelThreadGroup.schedule", Schedule(load.Segments(), open)),
        JMeterXml.Text("OpenModelThreadGroup.random_seed", Math.Max(1, load.Seed).ToString(CultureInfo.InvariantCulture)));

    /// <summary>What is under way at its end is interrupted, so a pause follows in which it may answer.</summary>
    private static string Schedule(IReadOnlyList<RateSegment> segments, OpenLoad open)
    {
        var even = open.Arrivals == Arrivals.Even && open.Shape is not TimestampShape;
        return string.Join(' ', segments.Select(s => $"rate({Number(s.From)}/sec) {(even ? "even" : "random")}_arrivals({Number(s.Seconds)} sec) rate({Number(s.To)}/sec)")) + " pause(10 sec)";
    }

    private static XElement Closed(ClosedLoad load) => new("ThreadGroup",
        JMeterXml.Head("ThreadGroupGui", "ThreadGroup", "users"),
        JMeterXml.Text("ThreadGroup.on_sample_error", "continue"),
        new XElement("elementProp", new XAttribute("name", "ThreadGroup.main_controller"), new XAttribute("elementType", "LoopController"), JMeterXml.Head("LoopControlPanel", "LoopController", "for ever"),
            JMeterXml.Truth("LoopController.continue_forever", false), JMeterXml.Whole("LoopController.loops", -1)),
        JMeterXml.Whole("ThreadGroup.num_threads", load.Connections),
        JMeterXml.Whole("ThreadGroup.ramp_time", 0),
        JMeterXml.Truth("ThreadGroup.scheduler", true),
        JMeterXml.Whole("ThreadGroup.duration", (int)Math.Max(1, Math.Ceiling(load.Duration.TotalSeconds))),
        JMeterXml.Whole("ThreadGroup.delay", 0),
        JMeterXml.Truth("ThreadGroup.same_user_on_next_iteration", load.KeepAlive));

    private static IEnumerable<XElement> Think(ThinkTime? think)
    {
        if (think is null) yield break;
        if (think.IsExponential)
            yield return JMeterXml.Script("JSR223Timer", "think time", $"return (long) Math.round(-Math.log(1 - Math.random()) * {Number(think.Mean.TotalMilliseconds)});");
        else
            yield return new XElement("ConstantTimer", JMeterXml.Head("ConstantTimerGui", "ConstantTimer", "think time"), JMeterXml.Text("ConstantTimer.delay", Math.Round(think.Mean.TotalMilliseconds).ToString(CultureInfo.InvariantCulture)));
        yield return new XElement("hashTree");
    }

    private static XElement Switch(ExportedLoad load)
    {
        var choice = new StringBuilder();
        double upTo = 0;
        for (var i = 0; i < load.Requests.Length - 1; i++) choice.Append($"r < {Number(upTo += load.Requests[i].Weight)} ? {i} : ");
        return new XElement("SwitchController", JMeterXml.Head("SwitchControllerGui", "SwitchController", "mix"),
            JMeterXml.Text("SwitchController.value", $"${{__groovy(def r = Math.random() * {Number(load.Requests.Sum(r => r.Weight))}; {choice}{load.Requests.Length - 1})}}"));
    }

    private static string Number(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
