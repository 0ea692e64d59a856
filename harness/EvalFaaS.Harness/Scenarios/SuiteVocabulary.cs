namespace EvalFaaS.Harness.Scenarios;

/// <summary>The names that a suite may use.</summary>
/// <param name="TargetKinds">Kinds of targets that this program knows, available here or not.</param>
/// <param name="Functions">Functions under scenarios/functions.</param>
public sealed record SuiteVocabulary(IReadOnlyCollection<string> TargetKinds, IReadOnlyCollection<string> Functions)
{
    /// <summary>The inputs of a function, cases and faults. Default: none is known.</summary>
    public Func<string, IReadOnlyList<string>> InputsOf { get; init; } = _ => [];

    /// <summary>The folder of price sheets; null: there are none.</summary>
    public string? Prices { get; init; }

    /// <summary>The folder of price sheets beside one of functions, as in scenarios/ and in a bundle; null where there is none.</summary>
    public static string? PricesBeside(string functions) => Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(functions)))!, "prices") is var folder && Directory.Exists(folder) ? folder : null;
}
