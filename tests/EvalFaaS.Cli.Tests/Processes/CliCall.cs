using System.Text;

namespace EvalFaaS.Cli.Tests;

/// <summary>How the program is called.</summary>
/// <param name="Words">Its arguments.</param>
internal sealed record CliCall(params string[] Words)
{
    /// <summary>What stands on its stdin.</summary>
    public byte[] Input { get; init; } = [];

    /// <summary>Its working directory.</summary>
    public string Folder { get; init; } = AppContext.BaseDirectory;

    /// <summary>Environment variables added to this process's own.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();
}

/// <summary>What a call came to.</summary>
internal sealed record CliResult(int ExitCode, byte[] Bytes, string Errors)
{
    public string Output => Encoding.UTF8.GetString(Bytes);

    /// <summary>Both, for the message of a failed assertion.</summary>
    public override string ToString() => $"exit code {ExitCode}\nstdout: {Output}\nstderr: {Errors}";
}

/// <summary>Calls the program and waits for its end.</summary>
internal static class Cli
{
    public static Task<CliResult> RunAsync(params string[] words) => RunAsync(new CliCall(words));

    public static async Task<CliResult> RunAsync(CliCall call)
    {
        await using var process = CliProcess.Start(call);
        try
        {
            await process.Input.WriteAsync(call.Input, TestContext.Current.CancellationToken);
            process.Input.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input.
        }

        return await process.EndAsync();
    }
}
