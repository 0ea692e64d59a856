using EvalFaaS.Harness.Functions;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The repository's functions, as rows for theories.</summary>
internal static class Library
{
    public static FunctionLibrary Open { get; } = FunctionLibrary.Open(Checkout.PathTo("scenarios", "functions"));

    /// <summary>Every build, by name.</summary>
    public static TheoryData<string> Builds => [.. Open.Functions.SelectMany(f => f.Builds).Select(b => b.Name)];

    /// <summary>Every build with every case of its function.</summary>
    public static TheoryData<string, string> BuildsAndCases => [.. Open.Functions.SelectMany(f => f.Builds.SelectMany(_ => f.ReadCases(), (b, c) => (b.Name, c.Name)))];
}
