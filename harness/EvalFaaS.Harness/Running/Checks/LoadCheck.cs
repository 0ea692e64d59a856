using System.Globalization;

namespace EvalFaaS.Harness.Running;

/// <summary>Whether the machine is busy with something else before the run begins.</summary>
internal sealed class LoadCheck : IRunCheck
{
    private const double Busy = 1;

    public IEnumerable<RunFinding> Check(RunIntent intent)
    {
        var load = intent.Machine.Details.FirstOrDefault(d => d.Name == MachineFacts.LoadAverage)?.Value.Split(' ')[0];
        if (double.TryParse(load, CultureInfo.InvariantCulture, out var average) && average >= Busy)
            yield return new("busy-machine", $"Before the run, {load} processes on average wanted a processor for the last minute. Let the machine come to rest first.");
    }
}
