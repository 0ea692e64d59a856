namespace EvalFaaS.Harness.Targets.JavaScript;

/// <summary>A function deployed to a platform: its script, the platform's files and its modules in one folder, removed when disposed.</summary>
internal sealed class DeploymentFolder : IDisposable
{
    public DeploymentFolder(JavaScriptPlatform platform, PlatformPackage? package, string script)
    {
        foreach (var source in new[] { "common", platform.Name })
            foreach (var file in Directory.EnumerateFiles(System.IO.Path.Combine(PlatformPackage.Sources!, source))) File.Copy(file, FileOf(System.IO.Path.GetFileName(file)));
        File.Copy(script, FileOf("handler.js"));
        if (package is not null) Directory.CreateSymbolicLink(FileOf("node_modules"), package.ModuleFolder);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("evalfaas-js-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private string FileOf(string name) => System.IO.Path.Combine(Path, name);
}
