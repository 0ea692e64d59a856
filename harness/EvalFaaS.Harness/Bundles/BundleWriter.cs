using System.Collections.Immutable;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Bundles;

/// <summary>Packs a result with what repeats it, scenario and functions, into one zip archive. The same files give the same bytes.</summary>
public static class BundleWriter
{
    // What builds leave behind, made anew on the machine that repeats the run.
    private static readonly string[] Built = ["bin", "obj", "target", "node_modules", ".git", PaddedModules.Folder];

    /// <summary>Writes a bundle.</summary>
    /// <param name="result">The result's folder.</param>
    /// <param name="suite">The suite's file as it was run.</param>
    /// <param name="functions">The library of functions that it was run with.</param>
    /// <param name="output">The archive.</param>
    /// <exception cref="InvalidDataException">The suite or a module is not the one that was run, or the result is incomplete; the message says which.</exception>
    public static BundleManifest Write(string result, string suite, string functions, string output)
    {
        var environment = ResultData.ReadEnvironment(result);
        RequireSame(environment, suite, functions);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [BundleManifest.Suite] = suite };
        if (environment.Suite.Reproduces is { } published) AddPublished(files, suite, published.Set);
        Add(files, result, BundleManifest.Result, []);
        Add(files, functions, BundleManifest.Functions, Built);
        if (SuiteVocabulary.PricesBeside(functions) is { } prices) Add(files, prices, BundleManifest.Prices, []);
        var manifest = new BundleManifest
        {
            SuiteName = environment.Suite.Name,
            Run = environment.Run,
            Version = environment.Version,
            Seed = environment.Suite.Seed,
            Form = environment.Suite.Form,
            Targets = [.. environment.Targets.Select(t => t.Name), .. environment.LeftOut.Select(t => t.Name)],
            Files = files.ToImmutableSortedDictionary(f => f.Key, f => Digest(f.Value), StringComparer.Ordinal),
        };
        WholeFile.Write(output, path => Pack(path, manifest, files, environment.OriginUtc));
        return manifest;
    }

    // What the suite names by its place beside it. The data themselves stay where they are.
    private static void AddPublished(SortedDictionary<string, string> files, string suite, PublishedSet set)
    {
        var path = PublishedSetFile.PathOf(Path.GetDirectoryName(Path.GetFullPath(suite))!, set.Name);
        if (!File.Exists(path) || Digest(path) != set.Digest) throw new InvalidDataException($"{path} is not the description of published data that was run: it is missing, or its SHA-256 is not {set.Digest[..12]}.");
        files[PublishedSetFile.PathOf("", set.Name)] = path;
    }

    private static void Pack(string path, BundleManifest manifest, SortedDictionary<string, string> files, DateTimeOffset time)
    {
        using var archive = new ZipArchive(File.Create(path), ZipArchiveMode.Create);
        using (var stream = Entry(archive, BundleManifest.FileName, time).Open()) JsonSerializer.Serialize(stream, manifest, ResultFiles.Json);
        foreach (var (name, file) in files)
        {
            var entry = Entry(archive, name, time);
            entry.ExternalAttributes = (int)File.GetUnixFileMode(file) << 16;
            using Stream from = File.OpenRead(file), to = entry.Open();
            from.CopyTo(to);
        }
    }

    private static ZipArchiveEntry Entry(ZipArchive archive, string name, DateTimeOffset time)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = time;
        return entry;
    }

    private static void RequireSame(RunEnvironment environment, string suite, string functions)
    {
        if (environment.Suite.Digest.Length > 0 && Digest(suite) != environment.Suite.Digest)
            throw new InvalidDataException($"{suite} is not the file that was run: its SHA-256 is {Digest(suite)[..12]}, the result names {environment.Suite.Digest[..12]}. Check out {environment.Version}, or name the file as it was with --suite.");
        var modules = Directory.EnumerateFiles(functions, "*.wasm", SearchOption.AllDirectories).Select(f => ModuleDigest.Of(File.ReadAllBytes(f)).ToString()).ToHashSet();
        if (environment.Functions.FirstOrDefault(f => !modules.Contains(f.ModuleDigest)) is { } missing)
            throw new InvalidDataException($"{functions} has no module with the digest that {missing.Name} was run with ({missing.ModuleDigest}): it was built anew since. Check out {environment.Version}.");
    }

    private static void Add(SortedDictionary<string, string> files, string folder, string under, string[] without)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/');
            if (!name.Split('/').SkipLast(1).Any(without.Contains)) files[$"{under}/{name}"] = file;
        }
    }

    internal static string Digest(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
