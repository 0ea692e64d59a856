namespace EvalFaaS.Harness.Tests.Functions;

public sealed class ReproducibleBuildTests
{
    /// <summary>All of a language, but of the functions with crates, which take long to compile, the smallest.</summary>
    [Theory]
    [InlineData("c", "")]
    [InlineData("rust", "csv-aggregate log-regex markdown template thumbnail")]
    [InlineData("assemblyscript", "")]
    [InlineData("go", "fibonacci n-body")]
    public async Task The_same_compiler_makes_the_same_modules_from_a_copy_elsewhere(string language, string leftOut)
    {
        var names = Library.Open.Functions.Where(f => f.Builds.Any(b => b.Language == language) && !leftOut.Split(' ').Contains(f.Name)).Select(f => $"{f.Name}-{language}");
        var folder = Directory.CreateTempSubdirectory("evalfaas-functions-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy");
            Copy(Library.Open.Root, copy);
            var (exitCode, output) = await BuildScript.RunAtAsync(copy, ["--wasm", "--out", folder.FullName, .. names]);
            Assert.SkipWhen(output.Contains("need these Debian packages", StringComparison.Ordinal) || output.Contains("cannot be reached", StringComparison.Ordinal), output.Trim());
            Assert.True(exitCode == 0, output);
            var built = Digests.Read(Path.Combine(folder.FullName, "prebuilt", "DIGESTS"));
            var checkedIn = Digests.Read(Path.Combine(Library.Open.Root, "prebuilt", "DIGESTS"));
            Assert.SkipUnless(built.Compilers[language] == checkedIn.Compilers[language], $"The modules were made by {checkedIn.Compilers[language]}, here is {built.Compilers[language]}.");
            Assert.Equal(names.Count() * 2, built.Modules.Count);
            Assert.All(built.Modules, m => Assert.Equal(checkedIn.Modules[m.Key], m.Value));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task An_unknown_name_is_refused_with_the_names_there_are()
    {
        var (exitCode, output) = await BuildScript.RunAsync("helo");
        Assert.Equal(1, exitCode);
        Assert.Contains("there is no function helo; there are: counter csv-aggregate echo", output, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            if (Path.GetFileName(folder) is not ("prebuilt" or "native" or "cases" or "node_modules") and var name) Copy(folder, Path.Combine(to, name));
    }
}
