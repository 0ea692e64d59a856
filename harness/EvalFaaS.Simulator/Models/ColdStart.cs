using System.Collections.Immutable;
using EvalFaaS.Model;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Models;

/// <summary>What a cold start takes: a law for each phase of the ledger, independent of each other.</summary>
public sealed class ColdStart
{
    private readonly Law[] _laws;

    private ColdStart(ImmutableArray<(Phase Phase, Law Law)> phases)
    {
        Phases = phases;
        _laws = [.. phases.Select(p => p.Law)];
    }

    /// <summary>The phases in their order.</summary>
    public ImmutableArray<(Phase Phase, Law Law)> Phases { get; }

    /// <summary>One that takes no time.</summary>
    public static ColdStart None { get; } = new([]);

    /// <summary>The mean of all phases together, seconds.</summary>
    public double Mean => _laws.Sum(l => l.Mean);

    /// <summary>One of several phases.</summary>
    public static ColdStart Of(params (Phase Phase, Law Law)[] phases) => new([.. phases.OrderBy(p => p.Phase)]);

    /// <summary>One whose phases were not told apart.</summary>
    public static ColdStart Of(Law whole) => Of((Phase.Init, whole));

    /// <summary>Draws one, seconds.</summary>
    public double Sample(RandomStream random)
    {
        var sum = 0.0;
        foreach (var law in _laws) sum += law.Sample(random);
        return sum;
    }
}
