using System.Numerics.Tensors;
using EvalFaaS.Predictor.Activity;
using EvalFaaS.Predictor.Calibration;
using EvalFaaS.Predictor.Forecasters;
using EvalFaaS.Predictor.Gating;

namespace EvalFaaS.Predictor.Walking;

/// <summary>All that changes about one function from minute to minute.</summary>
internal sealed class FunctionState
{
    private const int CalibrationWindow = 120;
    private const int ScaleWindow = 240;
    private readonly bool _timer;
    private int _active, _gap;

    public FunctionState(PredictorOptions options, bool timer)
    {
        _timer = timer;
        Past = new Past(Panel.Memory);
        var fading = MathF.Pow(0.5f, 1f / options.HalfLife);
        Gates = [.. options.Horizons.Select(h => new Gate(h, Candidates.All(PredictorOptions.LearnedNames.Count), fading))];
        Plain = [.. options.Horizons.Select(h => new Outlook(h, CalibrationWindow))];
        Full = [.. options.Horizons.Select(h => new Outlook(h, CalibrationWindow))];
    }

    public Past Past { get; }

    /// <summary>How likely its next minute has a call.</summary>
    public ActivityMixture Activity { get; } = new();

    /// <summary>What it has in common with others.</summary>
    public int Cell => SharedHazard.Cell(_timer, _active, _gap);

    /// <summary>How many calls its minutes had.</summary>
    public CountHistory Counts { get; } = new();

    /// <summary>By horizon.</summary>
    public Gate[] Gates { get; }

    /// <summary>What the gate picks without learned models, by horizon.</summary>
    public Outlook[] Plain { get; }

    /// <summary>What it picks of all, by horizon.</summary>
    public Outlook[] Full { get; }

    /// <summary>The mean change from minute to minute: the unit of the learned models.</summary>
    public float Scale()
    {
        var past = Past.Minutes[^Math.Min(ScaleWindow, Past.Minutes.Length)..];
        if (past.Length < 2) return Least;
        Span<float> changes = stackalloc float[past.Length - 1];
        TensorPrimitives.Subtract(past[1..], past[..^1], changes);
        return Math.Max(Least, TensorPrimitives.SumOfMagnitudes<float>(changes) / changes.Length);
    }

    /// <summary>A minute has ended.</summary>
    public void Settle(float calls)
    {
        for (var h = 0; h < Gates.Length; h++)
        {
            Gates[h].Settle(calls);
            Plain[h].Settle(calls);
            Full[h].Settle(calls);
        }

        Past.Add(calls);
        Counts.Add(calls);
        (_active, _gap) = calls > 0 ? (_active + 1, 1) : (_active, _gap + 1);
    }

    /// <summary>The minute has been counted for all functions: what is likely in the next?</summary>
    public void Look(SharedHazard shared) => Activity.Settle(Past.Minutes, shared.Probability(Cell));

    private const float Least = 0.02f;
}
