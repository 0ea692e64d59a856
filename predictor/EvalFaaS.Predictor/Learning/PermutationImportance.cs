namespace EvalFaaS.Predictor.Learning;

/// <summary>What each feature is worth: the error that comes from shuffling it over examples that the model was not fitted to (Breiman 2001).</summary>
internal static class PermutationImportance
{
    /// <summary>Measures all features; the most important first.</summary>
    public static IReadOnlyList<FeatureImportance> Of(ILearnedForecaster model, IReadOnlyList<Example> examples, int most, Random random)
    {
        var chosen = examples.ToArray();
        random.Shuffle(chosen);
        chosen = chosen[..Math.Min(most, chosen.Length)];
        if (chosen.Length == 0) return [];
        var usual = Error(model, chosen, chosen, 0);
        var shuffled = chosen.ToArray();
        random.Shuffle(shuffled);
        return
        [
            .. Features.Names.Select((name, i) => new FeatureImportance(name, usual > 0 ? 100 * (Error(model, chosen, shuffled, i) / usual - 1) : 0))
                .OrderByDescending(f => f.ErrorAdded),
        ];
    }

    private static double Error(ILearnedForecaster model, Example[] examples, Example[] others, int feature)
    {
        var row = new float[Features.Names.Count];
        var sum = 0.0;
        for (var i = 0; i < examples.Length; i++)
        {
            examples[i].Features.CopyTo(row, 0);
            row[feature] = others[i].Features[feature];
            sum += Math.Abs(examples[i].Label - model.Predict(row));
        }

        return sum / examples.Length;
    }
}
