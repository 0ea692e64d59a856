namespace EvalFaaS.Predictor.Learning;

/// <summary>One row that a model learns from, in the form that ML.NET reads.</summary>
internal sealed class Example
{
    /// <summary>By how many units of the function's scale the calls differed from the gate's forecast.</summary>
    public float Label { get; set; }

    /// <summary>How much the row counts.</summary>
    public float Weight { get; set; } = 1;

    /// <summary>What was known.</summary>
    public float[] Features { get; set; } = [];
}
