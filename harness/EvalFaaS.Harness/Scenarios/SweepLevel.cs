namespace EvalFaaS.Harness.Scenarios;

/// <summary>The place of a measure in a family that differs in one value.</summary>
/// <param name="Family">Name of the family: the measure's name without its level.</param>
/// <param name="Key">The key that differs, for example <c>connections</c>.</param>
/// <param name="Value">Its value in this measure; of words their place in the list.</param>
public sealed record SweepLevel(string Family, string Key, double Value)
{
    /// <summary>The value where it is a word, as of neighbours; null where it is a number.</summary>
    public string? Word { get; init; }

    /// <summary>The value as shown, in <see cref="Unit"/>.</summary>
    public double Shown => Key == "capacity_fraction" ? Math.Round(Value * 100, 6) : Value;

    /// <summary>What the numbers count, for axes and headings.</summary>
    public string Unit => Key switch
    {
        "capacity_fraction" => "%",
        "rate" => "1/s",
        "at_once" => "at once",
        "module_bytes" => "B",
        "slow_clients" => "slow clients",
        "requests_per_connection" => "requests a connection",
        var other => other,
    };
}
