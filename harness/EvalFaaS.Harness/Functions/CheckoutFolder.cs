namespace EvalFaaS.Harness.Functions;

/// <summary>The checkout of EvalFaaS that a program is called in or belongs to: where suites, functions and results lie.</summary>
public static class CheckoutFolder
{
    private const string Mark = "EvalFaaS.sln";

    /// <summary>Its folder: above the current folder, else above the program; null where there is none.</summary>
    public static string? Find() => Above(Environment.CurrentDirectory) ?? Above(AppContext.BaseDirectory);

    private static string? Above(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, Mark))) return at.FullName;
        return null;
    }
}
