using EvalFaaS.Harness.Tests.Functions;

[assembly: AssemblyFixture(typeof(NativeBuild))]

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>Builds the native programs, once for all tests; what is up to date stays.</summary>
public sealed class NativeBuild
{
    private readonly Lazy<Task<(int ExitCode, string Output)>> _build = new(() => BuildScript.RunAsync("--native"));

    /// <summary>The program's path. Skips the test where it cannot be built here.</summary>
    public async Task<string> ProgramAsync(string name)
    {
        var (exitCode, output) = await _build.Value;
        Assert.SkipWhen(output.Contains("native builds need these Debian packages", StringComparison.Ordinal), output.Trim());
        Assert.True(exitCode == 0, output);
        var build = Library.Open.Find(name);
        Assert.SkipWhen(!build.HasNative, output.Split('\n').FirstOrDefault(l => l.Contains($"native/bin/{build.Name} is left out", StringComparison.Ordinal)) ?? $"{name} was not built.");
        return build.NativePath!;
    }
}
