using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Slow clients beside the measured load, which ask the same function.</summary>
/// <param name="Connections">How many, 0 to 10,000.</param>
/// <param name="BytesPerSecond">What each sends, or takes.</param>
/// <param name="Part">What they are slow with.</param>
public sealed record SlowClientSpec(int Connections, int BytesPerSecond, SlowPart Part)
{
    /// <summary>As a sentence.</summary>
    public string InWords => FormattableString.Invariant(
        $"Beside it {Connections} slow clients of the same function, each of which {(Part == SlowPart.Request ? "sends its request" : "takes its answer")} at {BytesPerSecond} bytes a second and then begins anew.");
}
