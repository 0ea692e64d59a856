using System.Diagnostics;
using EvalFaaS.Harness.Functions;

namespace EvalFaaS.Harness.Targets.Http;

/// <summary>Commands of a suite, run by the shell in the checkout's folder; the function's name and files stand in their environment.</summary>
internal sealed class PlatformCommands(string target, FunctionSetup function)
{
    /// <summary>Runs one that must succeed.</summary>
    /// <exception cref="TargetException">It failed; the message has what it said.</exception>
    public async Task RequireAsync(string option, string command, CancellationToken cancellation, string state = "")
    {
        var (code, said) = await RunAsync(command, state, cancellation);
        if (code != 0) throw new TargetException($"'{option}' of target '{target}' failed with code {code}: {said}");
    }

    /// <summary>Runs one and tells whether it succeeded.</summary>
    public async Task<bool> TryAsync(string command, CancellationToken cancellation, string state = "") => (await RunAsync(command, state, cancellation)).Code == 0;

    /// <summary>The whole numbers that one prints.</summary>
    public IReadOnlyList<int> Numbers(string command) =>
        [.. RunAsync(command, "", CancellationToken.None).GetAwaiter().GetResult().Said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => int.TryParse(w, out var n) ? n : 0).Where(n => n > 0)];

    private async Task<(int Code, string Said)> RunAsync(string command, string state, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = CheckoutFolder.Find() ?? "" };
        start.Environment["EVALFAAS_FUNCTION"] = function.Name;
        start.Environment["EVALFAAS_MODULE"] = Path.GetFullPath(function.Module);
        start.Environment["EVALFAAS_STATE"] = state;
        if (function.WasiCommand is { } wasi) start.Environment["EVALFAAS_WASI_COMMAND"] = Path.GetFullPath(wasi);
        if (function.Native is { } native) start.Environment["EVALFAAS_NATIVE"] = Path.GetFullPath(native);
        if (function.Script is { } script) start.Environment["EVALFAAS_SCRIPT"] = Path.GetFullPath(script);
        using var process = Process.Start(start)!;
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, string.Join('\n', said).Trim());
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }
}
