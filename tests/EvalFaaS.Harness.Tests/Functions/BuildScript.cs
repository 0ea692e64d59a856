using System.Diagnostics;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>Runs <c>scenarios/functions/build.sh</c>.</summary>
internal static class BuildScript
{
    private static string AssemblyScript => Path.Combine(Library.Open.Root, "shells", "assemblyscript", "node_modules", ".bin", "asc");

    public static Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => RunAtAsync(Library.Open.Root, arguments);

    /// <summary>Runs the one in another copy of the library.</summary>
    public static async Task<(int ExitCode, string Output)> RunAtAsync(string root, params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(root, "build.sh"), arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // A copy need not bring its own compiler from npm where there is one.
        if (File.Exists(AssemblyScript)) start.Environment["ASC"] = AssemblyScript;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await error);
    }
}
