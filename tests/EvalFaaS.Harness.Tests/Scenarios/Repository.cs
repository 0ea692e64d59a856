namespace EvalFaaS.Harness.Tests.Scenarios;

/// <summary>Finds files of the repository from wherever the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "EvalFaaS.sln"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds EvalFaaS.sln.");
    }
}
