namespace EvalFaaS.Predictor.Learning;

/// <summary>What is known of one function at one moment, from which features are made.</summary>
internal readonly ref struct Moment
{
    /// <summary>Calls of the minutes that have ended, oldest first.</summary>
    public required ReadOnlySpan<float> Past { get; init; }

    /// <summary>The panel's forecasts and their blend.</summary>
    public required ReadOnlySpan<float> Forecasts { get; init; }

    /// <summary>What the gate picked of them.</summary>
    public required float Base { get; init; }

    /// <summary>Unit of this function: its mean change from minute to minute.</summary>
    public required float Scale { get; init; }

    /// <summary>Minute of the day that is forecast, 0 to 1439.</summary>
    public required int MinuteOfDay { get; init; }

    /// <summary>The function's trigger, as a number.</summary>
    public required int Trigger { get; init; }

    /// <summary>Calls of the other functions of its application in each of the last minutes, newest first; empty where it is alone.</summary>
    public required ReadOnlySpan<float> Siblings { get; init; }
}
