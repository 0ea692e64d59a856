using System.Runtime.CompilerServices;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Load;

/// <summary>How long each phase of one request took, as far as it is known; by default none is.</summary>
public struct PhaseDurations
{
    /// <summary>The phases that have a column, in the columns' order: those up to the guest's end.</summary>
    public static ReadOnlySpan<Phase> Phases =>
    [
        Phase.Route, Phase.Auth, Phase.Queue, Phase.Forward, Phase.Fetch, Phase.Verify, Phase.Compile, Phase.Load, Phase.Instantiate, Phase.Init, Phase.Execute,
    ];

    // Each value is kept plus one, so that a default value reads as unknown everywhere.
    private Slots _slots;

    /// <summary>Whether any phase is known.</summary>
    public readonly bool Any => ((ReadOnlySpan<long>)_slots).ContainsAnyExcept(0);

    /// <summary>ns of a phase, null where unknown. Setting a phase without a column is an error.</summary>
    public long? this[Phase phase]
    {
        readonly get
        {
            var value = (int)phase < Slots.Length ? _slots[(int)phase] : 0;
            return value == 0 ? null : value - 1;
        }
        set => _slots[(int)phase] = value is { } ns ? Math.Max(0, ns) + 1 : 0;
    }

    [InlineArray(Length)]
    private struct Slots
    {
        public const int Length = 11;
        private long _first;
    }
}
