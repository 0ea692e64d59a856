using System.IO.Compression;
using System.Text.Json;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Bundles;

/// <summary>A bundle that was unpacked and found whole.</summary>
/// <param name="Manifest">What is in it.</param>
/// <param name="FolderPath">Where it lies.</param>
public sealed record Bundle(BundleManifest Manifest, string FolderPath)
{
    // A bundle of a published result has some MB; what unpacks to more than this is none, or an attack.
    private const long MostBytes = 8L << 30;

    /// <summary>The bundled result.</summary>
    public string Result => Path.Combine(FolderPath, BundleManifest.Result);

    /// <summary>The suite's file.</summary>
    public string Suite => Path.Combine(FolderPath, BundleManifest.Suite);

    /// <summary>The library of functions.</summary>
    public string Functions => Path.Combine(FolderPath, BundleManifest.Functions);

    /// <summary>Unpacks a bundle into a folder that is not there yet, and checks every file's digest.</summary>
    /// <exception cref="InvalidDataException">It is no bundle, or was cut short or changed; the message says where. Nothing is left of it then.</exception>
    /// <exception cref="IOException">The folder is there already, or cannot be written.</exception>
    public static Bundle Unpack(string path, string folder)
    {
        if (!File.Exists(path)) throw new FileNotFoundException($"There is no bundle {path}.");
        if (Directory.Exists(folder)) throw new IOException($"{folder} is there already; a bundle is unpacked into a new folder.");
        try
        {
            using var archive = ZipFile.OpenRead(path);
            var manifest = ReadManifest(archive, path);
            RequireListed(archive, manifest, path);
            foreach (var entry in archive.Entries.Where(e => e.FullName != BundleManifest.FileName)) Extract(entry, manifest, path, folder);
            return new Bundle(manifest, folder);
        }
        catch (InvalidDataException e)
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            throw e.Message.StartsWith(path, StringComparison.Ordinal) ? e : new InvalidDataException($"{path} is no whole zip archive: {e.Message} It was cut short or changed; fetch it again.", e);
        }
    }

    private static BundleManifest ReadManifest(ZipArchive archive, string path)
    {
        var entry = archive.GetEntry(BundleManifest.FileName) ?? throw new InvalidDataException($"{path} is no bundle of EvalFaaS: it has no {BundleManifest.FileName}. `evalfaas bundle DIR` makes one.");
        try
        {
            using var stream = entry.Open();
            var manifest = JsonSerializer.Deserialize<BundleManifest>(stream, ResultFiles.Json) ?? throw new JsonException("it holds null");
            return manifest.Format <= BundleManifest.CurrentFormat ? manifest : throw new InvalidDataException($"{path} has format {manifest.Format}; this program knows up to {BundleManifest.CurrentFormat}. Use the EvalFaaS that wrote it: {manifest.Version}.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path}, {BundleManifest.FileName}: {e.Message}", e);
        }
    }

    private static void RequireListed(ZipArchive archive, BundleManifest manifest, string path)
    {
        var names = archive.Entries.Select(e => e.FullName).Where(n => n != BundleManifest.FileName).ToList();
        // Before anything is written: a name that leads out of the folder is refused, whether it is listed or not.
        if (names.FirstOrDefault(n => !IsInside(n)) is { } outside) throw new InvalidDataException($"{path} has an entry that leads out of its folder, '{outside}'. Nothing was unpacked.");
        if (names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1) is { } twice) throw new InvalidDataException($"{path} has '{twice.Key}' twice. Nothing was unpacked.");
        if (names.FirstOrDefault(n => !manifest.Files.ContainsKey(n)) is { } unlisted) throw new InvalidDataException($"{path} has '{unlisted}', which its manifest does not list.");
        if (manifest.Files.Keys.Except(names).FirstOrDefault() is { } missing) throw new InvalidDataException($"{path} lacks '{missing}', which its manifest lists.");
        if (archive.Entries.Sum(e => e.Length) > MostBytes) throw new InvalidDataException($"{path} would unpack to more than {MostBytes >> 30} GiB.");
    }

    private static bool IsInside(string name) =>
        name.Length > 0 && !name.Contains('\\') && !name.Contains(':') && !name.EndsWith('/') && name.Split('/').All(part => part is not ("" or "." or ".."));

    private static void Extract(ZipArchiveEntry entry, BundleManifest manifest, string path, string folder)
    {
        var file = Path.Combine(folder, entry.FullName);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        // Always as a plain file of the caller: a link in the archive becomes the text that it holds.
        entry.ExtractToFile(file);
        var executable = (entry.ExternalAttributes >> 16 & (int)UnixFileMode.UserExecute) != 0;
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead | (executable ? UnixFileMode.UserExecute : 0));
        if (BundleWriter.Digest(file) is var digest && digest != manifest.Files[entry.FullName])
            throw new InvalidDataException($"{path}: '{entry.FullName}' was changed: its SHA-256 is {digest[..12]}, the manifest says {manifest.Files[entry.FullName]}.");
    }
}
