namespace EvalFaaS.Node.Tests;

/// <summary>Files of the repository, found from where the test runs.</summary>
internal static class RepositoryFiles
{
    public static string Path(string relative) => System.IO.Path.Combine(Checkout.Root, relative);

    public static byte[] Prebuilt(string name) => File.ReadAllBytes(Path($"scenarios/functions/prebuilt/{name}.wasm"));
}
