using EvalFaaS.Harness.Load;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets;

/// <summary>
/// Phases of a target that keeps no ledger, made of moments that are seen from outside. Each phase ends at its moment and begins where the one before it ended.
/// A stretch in which several phases lie stands under the last of them; those that cannot be told from it stay unknown.
/// </summary>
internal static class Stretches
{
    /// <summary>A sample with its phases; without any where it has no first byte.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="beginNs">When the first phase began.</param>
    /// <param name="ends">
    /// The phases in their order and when each was seen to end. What was seen later than the end of a following phase had ended by then:
    /// a runtime's command may return only after its container has answered.
    /// </param>
    public static LoadSample Seen(LoadSample sample, long beginNs, params ReadOnlySpan<(Phase Phase, long EndNs)> ends)
    {
        if (sample.FirstByteNs == 0) return sample;
        Span<long> ended = stackalloc long[ends.Length];
        var next = sample.FirstByteNs;
        for (var i = ends.Length - 1; i >= 0; i--) next = ended[i] = Math.Max(beginNs, Math.Min(ends[i].EndNs, next));
        for (var i = 0; i < ends.Length; i++) sample.Headers.Phases[ends[i].Phase] = ended[i] - (i == 0 ? beginNs : ended[i - 1]);
        return sample;
    }
}
