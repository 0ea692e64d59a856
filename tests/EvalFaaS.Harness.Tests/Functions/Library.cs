using EvalFaaS.Harness.Functions;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>The repository's functions, as rows for theories.</summary>
internal static class Library
{
    public static FunctionLibrary Open { get; } = FunctionLibrary.Open(Checkout.PathTo("scenarios", "functions"));

    /// <summary>Every build, by name.</summary>
    public static TheoryData<string> Builds => [.. Open.Functions.SelectMany(f => f.Builds).Select(b => $"{b.Function.Name}-{b.Language}")];

    /// <summary>Every build that has a native program, with every case of its function.</summary>
    public static TheoryData<string, string> NativeBuildsAndCases =>
        [.. Open.Functions.SelectMany(f => f.Builds.Where(b => b.NativePath is not null).SelectMany(_ => f.ReadCases(), (b, c) => ($"{f.Name}-{b.Language}", c.Name)))];
}
