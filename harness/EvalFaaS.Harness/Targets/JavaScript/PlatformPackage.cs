using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.JavaScript;

/// <summary>
/// A platform's package of the npm registry, at the version that its lock file in scenarios/platforms names. It is only ever installed when a person
/// asks for it, outside the source tree: in <c>$XDG_CACHE_HOME/evalfaas/platforms</c>, or in <c>~/.cache</c> instead of the first.
/// </summary>
internal sealed class PlatformPackage(string name, string package)
{
    private const string Modules = "node_modules";

    /// <summary>The folder of all platforms' files, or null outside of a checkout.</summary>
    public static string? Sources => CheckoutFolder.Find() is { } root ? Path.Combine(root, "scenarios", "platforms") : null;

    /// <summary>The version that is pinned.</summary>
    public string Version => JsonNode.Parse(File.ReadAllText(Source("package.json")))!["dependencies"]![package]!.GetValue<string>();

    /// <summary>Where its modules lie once it is installed. Another lock file means another folder.</summary>
    public string ModuleFolder => Path.Combine(Folder, Modules);

    /// <summary>Whether it is installed.</summary>
    public bool IsInstalled => Directory.Exists(ModuleFolder);

    private static string Cache => Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named
        ? named
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");

    private string Folder => Path.Combine(Cache, "evalfaas", "platforms", $"{name}-{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Source("package-lock.json"))))[..12]}");

    /// <summary>Installs it; does nothing where it is installed.</summary>
    /// <exception cref="TargetException">npm is not here, or it failed; the message has its last words.</exception>
    public async Task InstallAsync(CancellationToken cancellation)
    {
        if (IsInstalled) return;
        if (SearchPath.Find("npm") is not { } npm) throw new TargetException("npm is not installed: apt-get install npm");
        Directory.CreateDirectory(Path.GetDirectoryName(Folder)!);
        // Beside its place, so that it is there as a whole or not at all.
        var staging = $"{Folder}.{Environment.ProcessId}";
        Directory.CreateDirectory(staging);
        try
        {
            foreach (var file in new[] { "package.json", "package-lock.json" }) File.Copy(Source(file), Path.Combine(staging, file));
            await RunAsync(npm, staging, cancellation);
            if (!IsInstalled) Directory.Move(staging, Folder);
        }
        finally
        {
            if (Directory.Exists(staging)) Directory.Delete(staging, recursive: true);
        }
    }

    // The packages' own install scripts are not run: each only copies or links a program that is called where it lies.
    private async Task RunAsync(string npm, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellation), process.StandardError.ReadToEndAsync(cancellation));
            await process.WaitForExitAsync(cancellation);
            if (process.ExitCode != 0) throw new TargetException($"npm could not install {package} {Version} (code {process.ExitCode}): {string.Join('\n', said).Trim()}");
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private string Source(string file) => Path.Combine(Sources ?? throw new TargetException("There is no checkout of EvalFaaS here, whose scenarios/platforms name the versions: call it from inside one."), name, file);
}
