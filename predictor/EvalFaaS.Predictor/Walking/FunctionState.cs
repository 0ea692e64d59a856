using System.Numerics.Tensors;
using EvalFaaS.Predictor.Calibration;
using EvalFaaS.Predictor.Forecasters;
using EvalFaaS.Predictor.Gating;

namespace EvalFaaS.Predictor.Walking;

/// <summary>All that changes about one function from minute to minute.</summary>
internal sealed class FunctionState
{
    private const int CalibrationWindow = 120;
    private const int ScaleWindow = 240;

    public FunctionState(PredictorOptions options)
    {
        Past = new Past(Panel.Memory);
        var fading = MathF.Pow(0.5f, 1f / options.HalfLife);
        Gates = [.. options.Horizons.Select(h => new Gate(h, Candidates.All(PredictorOptions.LearnedNames.Count), fading))];
        Plain = [.. options.Horizons.Select(h => new Outlook(h, CalibrationWindow))];
        Full = [.. options.Horizons.Select(h => new Outlook(h, CalibrationWindow))];
    }

    public Past Past { get; }

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
    }

    private const float Least = 0.02f;
}
