namespace EvalFaaS.Harness.Tests.Functions;

public sealed class ReproducibleBuildTests
{
    [Fact]
    public async Task The_same_compilers_make_the_same_modules_from_a_copy_elsewhere()
    {
        var folder = Directory.CreateTempSubdirectory("evalfaas-functions-");
        try
        {
            var copy = Path.Combine(folder.FullName, "copy");
            Copy(Library.Open.Root, copy);
            var (exitCode, output) = await BuildScript.RunAtAsync(copy, "--wasm", "--out", folder.FullName);
            Assert.SkipWhen(output.Contains("need these Debian packages", StringComparison.Ordinal), output.Trim());
            Assert.True(exitCode == 0, output);
            var built = Digests.Read(Path.Combine(folder.FullName, "prebuilt", "DIGESTS"));
            var checkedIn = Digests.Read(Path.Combine(Library.Open.Root, "prebuilt", "DIGESTS"));
            Assert.SkipUnless(built.Compilers.SequenceEqual(checkedIn.Compilers),
                $"The modules were made by {string.Join(", ", checkedIn.Compilers)}, here are {string.Join(", ", built.Compilers)}.");
            Assert.Equal(checkedIn.Modules.OrderBy(m => m.Key, StringComparer.Ordinal), built.Modules.OrderBy(m => m.Key, StringComparer.Ordinal));
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
        Assert.Contains("there is no function helo; there are: counter echo", output, StringComparison.Ordinal);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from)) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        foreach (var folder in Directory.EnumerateDirectories(from))
            if (Path.GetFileName(folder) is not ("prebuilt" or "native" or "cases") and var name) Copy(folder, Path.Combine(to, name));
    }
}
