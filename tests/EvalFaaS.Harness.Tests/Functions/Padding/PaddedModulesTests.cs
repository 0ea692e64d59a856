using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Functions;

public sealed class PaddedModulesTests
{
    [Fact]
    public void A_padded_module_is_made_once_and_made_anew_when_the_module_behind_it_changed()
    {
        using var folder = new TemporaryFolder();
        var module = folder.File("f.wasm");
        File.Copy(Library.Open.Find("hello").ReactorPath, module);
        var path = PaddedModules.Path(folder.Path, module, 10_000);
        var (bytes, made) = (File.ReadAllBytes(path), File.GetLastWriteTimeUtc(path));
        Assert.Equal((path, made), (PaddedModules.Path(folder.Path, module, 10_000), File.GetLastWriteTimeUtc(path)));

        File.Copy(Library.Open.Find("echo").ReactorPath, module, overwrite: true);
        Assert.Equal(path, PaddedModules.Path(folder.Path, module, 10_000));
        Assert.NotEqual(bytes, File.ReadAllBytes(path));
        Assert.Equal([path], Directory.EnumerateFileSystemEntries(folder.File(PaddedModules.Folder)));
    }
}
