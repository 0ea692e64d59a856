namespace EvalFaaS.Tests;

/// <summary>The checkout that the tests belong to; compiled into every test project.</summary>
internal static class Checkout
{
    /// <summary>Its folder.</summary>
    public static string Root { get; } = Find();

    /// <summary>A file or folder in it.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            if (File.Exists(Path.Combine(at.FullName, "EvalFaaS.sln"))) return at.FullName;
        throw new InvalidOperationException("The tests run outside the checkout.");
    }
}
