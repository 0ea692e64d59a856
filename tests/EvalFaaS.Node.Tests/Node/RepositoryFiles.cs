namespace EvalFaaS.Node.Tests;

/// <summary>Files of the repository, found from where the test runs.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = Find();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static byte[] Prebuilt(string name) => File.ReadAllBytes(Path($"scenarios/functions/prebuilt/{name}.wasm"));

    private static string Find()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(directory, "EvalFaaS.sln")))
            directory = System.IO.Path.GetDirectoryName(directory) ?? throw new InvalidOperationException("The tests run outside the repository.");
        return directory;
    }
}
