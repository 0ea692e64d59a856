namespace EvalFaaS.Engines.Tests;

/// <summary>Real modules beside the tests; the text or source that each was made from lies there too.</summary>
internal static class ModuleAssets
{
    public static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, "Modules", "assets", name + ".wasm");

    public static byte[] Read(string name) => File.ReadAllBytes(PathOf(name));
}
