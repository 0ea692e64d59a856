using System.Diagnostics;
using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>A copy of the wrapper in a checkout of its own, and a path with stand-ins that only write down how they were called. All its packages are there but crun.</summary>
internal sealed class WrapperBench : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public WrapperBench()
    {
        File.Copy(Checkout.PathTo("evalfaas"), Wrapper);
        foreach (var folder in (string[])["runtime", "predictor", "harness", "tests"]) _folder.Make($"checkout/{folder}");
        foreach (var file in (string[])["Directory.Build.props", "Directory.Packages.props", "global.json"]) _folder.Write($"checkout/{file}", "");
        ChangeSource();
        // What the wrapper uses of the system; nothing else is on its path.
        foreach (var tool in (string[])["bash", "readlink", "dirname", "find", "mkdir", "flock", "mktemp", "touch", "cat", "rm", "sed", "tr", "env", "id", "awk", "grep"])
            File.CreateSymbolicLink(_folder.Make("bin") + $"/{tool}", Which(tool) ?? throw new InvalidOperationException($"There is no {tool}."));
        StandIn("dotnet", """
            if [ "$1" = build ]; then [ ! -f "$BENCH/broken" ] || { cat "$BENCH/broken"; exit 1; }; mkdir -p "$PROGRAM"; : > "$PROGRAM/evalfaas.dll"; exit 0; fi
            [ ! -f "$BENCH/code" ] || exit "$(cat "$BENCH/code")"
            """);
        StandIn("dpkg-query", """for p in "$@"; do case $p in -*|crun) ;; *) echo "installed/$p" ;; esac; done""");
        StandIn("apt-get", """[ "$1" != install ] || [ ! -f "$BENCH/unavailable" ]""");
        StandIn("sudo", "\"$@\"");
        // Sources of packages are the machine's own: none of it is written here.
        StandIn("tee", "cat >/dev/null");
    }

    private string Wrapper => Path.Combine(_folder.Make("checkout"), "evalfaas");

    public static bool Has(string program) => Which(program) is not null;

    /// <summary>How the stand-ins were called, in order.</summary>
    public IEnumerable<string> Called(string start) =>
        File.Exists(_folder["log"]) ? File.ReadLines(_folder["log"]).Where(l => l.StartsWith(start, StringComparison.Ordinal)) : [];

    public void Remove(string program) => File.Delete(_folder[$"bin/{program}"]);

    public void ProgramEndsWith(int code) => _folder.Write("code", $"{code}");

    public void BuildFails(string message) => _folder.Write("broken", message + "\n");

    public void InstallFails() => _folder.Write("unavailable", "");

    /// <summary>A source that is newer than any build.</summary>
    public void ChangeSource()
    {
        var source = _folder.Write("checkout/harness/EvalFaaS.Cli/Program.cs", "");
        var stamp = _folder["checkout/harness/EvalFaaS.Cli/bin/.built"];
        File.SetLastWriteTimeUtc(source, File.Exists(stamp) ? File.GetLastWriteTimeUtc(stamp).AddSeconds(1) : File.GetLastWriteTimeUtc(source).AddMinutes(-1));
    }

    /// <summary>Runs the wrapper without a terminal.</summary>
    public async Task<(int ExitCode, string Errors)> RunAsync(params string[] words)
    {
        var start = new ProcessStartInfo(_folder["bin/bash"], [Wrapper, .. words]);
        start.Environment.Clear();
        start.Environment["PATH"] = _folder["bin"];
        start.Environment["BENCH"] = _folder.Path;
        start.Environment["PROGRAM"] = _folder["checkout/harness/EvalFaaS.Cli/bin/Release/net10.0"];
        return await EndAsync(start);
    }

    /// <summary>Gives the real wrapper to a program that checks it.</summary>
    public Task<(int ExitCode, string Said)> CheckAsync(string program, string option) => EndAsync(new ProcessStartInfo(program, [option, Checkout.PathTo("evalfaas")]));

    public void Dispose() => _folder.Dispose();

    private static async Task<(int ExitCode, string Errors)> EndAsync(ProcessStartInfo start)
    {
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var cancellation = TestContext.Current.CancellationToken;
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = await process.StandardError.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + errors);
    }

    private static string? Which(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Select(p => Path.Combine(p, program)).FirstOrDefault(File.Exists);

    private void StandIn(string name, string script)
    {
        var file = _folder.Write($"bin/{name}", $"""
            #!{_folder["bin/bash"]}
            echo "{name} $*" >> "$BENCH/log"
            {script}

            """);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
