using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using EvalFaaS.Harness.Bundles;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Tests.Data;
using EvalFaaS.Harness.Tests.Published;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Bundles;

public sealed class BundleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public BundleTests()
    {
        Directory.CreateDirectory(_folder.File("functions/native/bin"));
        File.WriteAllText(_folder.File("functions/hello.wasm"), "a module");
        File.WriteAllText(_folder.File("functions/native/bin/hello"), "built here");
        File.WriteAllText(_folder.File("functions/build.sh"), "#!/bin/sh\n");
        File.SetUnixFileMode(_folder.File("functions/build.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        File.WriteAllText(_folder.File("suite.yaml"), "name: synthetic\n");
        new SyntheticRun(blocks: 6, requests: 60).Write(Result);
        var environment = File.ReadAllText(_folder.File("result/environment.json"));
        var module = ModuleDigest.Of(File.ReadAllBytes(_folder.File("functions/hello.wasm"))).ToString();
        environment = environment.Replace(new string('a', 64), Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_folder.File("suite.yaml"))))).Replace(new string('b', 64), module).Replace(new string('c', 64), module);
        File.WriteAllText(_folder.File("result/environment.json"), environment);
        ReportWriter.Write(Result);
    }

    private string Result => _folder.File("result");

    private string Archive => _folder.File("run.zip");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void What_was_packed_comes_out_whole_and_can_be_verified()
    {
        var manifest = Pack();

        var bundle = Bundle.Unpack(Archive, _folder.File("out"));

        Assert.Equal(("synthetic", 1), (manifest.SuiteName, manifest.Seed));
        Assert.Contains("docker", bundle.Manifest.Targets);
        Assert.True(ReportVerifier.Verify(bundle.Result).Ok);
        Assert.Equal("name: synthetic\n", File.ReadAllText(bundle.Suite));
        Assert.True(File.GetUnixFileMode(Path.Combine(bundle.Functions, "build.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.False(Directory.Exists(Path.Combine(bundle.Functions, "native/bin")));
    }

    [Fact]
    public void The_same_result_gives_the_same_bytes()
    {
        Pack();
        var first = File.ReadAllBytes(Archive);
        Pack();

        Assert.Equal(first, File.ReadAllBytes(Archive));
    }

    [Fact]
    public void A_suite_that_was_changed_since_is_not_bundled()
    {
        File.AppendAllText(_folder.File("suite.yaml"), "blocks: 7\n");

        Assert.Contains("suite.yaml is not the file that was run", Assert.Throws<InvalidDataException>(Pack).Message);
        Assert.False(File.Exists(Archive));
    }

    [Fact]
    public void A_module_that_was_built_anew_since_is_not_bundled()
    {
        File.AppendAllText(_folder.File("functions/hello.wasm"), "!");

        Assert.Contains("has no module with the digest that hello was run with", Assert.Throws<InvalidDataException>(Pack).Message);
    }

    [Fact]
    public void The_description_of_published_data_comes_along_and_must_be_the_one_that_was_run()
    {
        var description = PublishedSetFile.PathOf(_folder.Path, SmallSet.Set.Name);
        Directory.CreateDirectory(Path.GetDirectoryName(description)!);
        File.WriteAllText(description, "name: small\n");
        var environment = ResultData.ReadEnvironment(Result);
        var set = SmallSet.Set with { Digest = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(description))) };
        environment = environment with { Suite = environment.Suite with { Reproduces = new PublishedRecord(set, "not here") } };
        File.WriteAllText(_folder.File("result/environment.json"), JsonSerializer.Serialize(environment, ResultFiles.Json));

        Pack();

        Assert.Equal("name: small\n", File.ReadAllText(PublishedSetFile.PathOf(Bundle.Unpack(Archive, _folder.File("out")).FolderPath, "small")));
        File.AppendAllText(description, "title: another\n");
        Assert.Contains("is not the description of published data that was run", Assert.Throws<InvalidDataException>(Pack).Message);
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData("result/../../outside.txt")]
    [InlineData("/tmp/outside.txt")]
    [InlineData("..\\outside.txt")]
    public void An_entry_that_leads_out_of_the_folder_is_refused_before_anything_is_written(string name)
    {
        Pack();
        Change(archive => archive.CreateEntry(name));

        Refused("leads out of its folder");
        Assert.False(File.Exists(_folder.File("outside.txt")));
    }

    [Fact]
    public void A_changed_file_is_named()
    {
        Pack();
        Change(archive =>
        {
            archive.GetEntry("result/trials.csv")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("result/trials.csv").Open());
            writer.Write("other");
        });

        Refused("'result/trials.csv' was changed");
    }

    [Fact]
    public void A_file_that_is_missing_or_too_much_is_named()
    {
        Pack();
        Change(archive => archive.GetEntry("suite.yaml")!.Delete());
        Refused("lacks 'suite.yaml'");

        Pack();
        Change(archive => archive.CreateEntry("result/more.txt"));
        Refused("has 'result/more.txt', which its manifest does not list");
    }

    [Fact]
    public void An_archive_cut_short_and_a_file_that_is_none_are_told()
    {
        Pack();
        var bytes = File.ReadAllBytes(Archive);
        File.WriteAllBytes(Archive, bytes[..(bytes.Length / 2)]);
        Refused("is no whole zip archive");

        File.WriteAllText(Archive, "hello");
        Refused("is no whole zip archive");
    }

    [Fact]
    public void Another_zip_and_a_later_format_are_told()
    {
        Pack();
        Change(archive => archive.GetEntry("manifest.json")!.Delete());
        Refused("is no bundle of EvalFaaS");

        Pack();
        Change(archive =>
        {
            archive.GetEntry("manifest.json")!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry("manifest.json").Open());
            writer.Write("""{ "format": 9, "suite_name": "s", "run": "r", "version": "7.1", "seed": 1, "targets": [], "files": {} }""");
        });
        Refused("has format 9; this program knows up to 1. Use the EvalFaaS that wrote it: 7.1");
    }

    private BundleManifest Pack() => BundleWriter.Write(Result, _folder.File("suite.yaml"), _folder.File("functions"), Archive);

    private void Change(Action<ZipArchive> change)
    {
        using var archive = ZipFile.Open(Archive, ZipArchiveMode.Update);
        change(archive);
    }

    private void Refused(string why)
    {
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => Bundle.Unpack(Archive, _folder.File("out"))).Message);
        Assert.False(Directory.Exists(_folder.File("out")));
    }
}
