namespace EvalFaaS.Predictor.Forecasters;

/// <summary>The middle of some values.</summary>
internal static class Median
{
    /// <summary>The median; the values are in order afterwards. Zero for none.</summary>
    public static float Of(Span<float> values)
    {
        if (values.IsEmpty) return 0;
        values.Sort();
        var middle = values.Length / 2;
        return values.Length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
