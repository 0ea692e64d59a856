using System.Runtime.InteropServices;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>Makes modules from WebAssembly text, so that tests need no compiler.</summary>
internal static unsafe partial class Wat
{
    /// <summary>The binary of a module's text.</summary>
    public static byte[] Bytes(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        Vector bytes;
        nint error;
        fixed (byte* start = utf8) error = Compile(start, (nuint)utf8.Length, &bytes);
        if (error != 0)
        {
            Message(error, &bytes);
            throw new ArgumentException(Encoding.UTF8.GetString(bytes.Data, (int)bytes.Size));
        }

        var binary = new ReadOnlySpan<byte>(bytes.Data, (int)bytes.Size).ToArray();
        Delete(&bytes);
        return binary;
    }

    /// <summary>A module file in a folder, made from text.</summary>
    public static ModuleFile File(string folder, string text) => File(folder, Bytes(text));

    /// <summary>A module file in a folder, made from bytes that are a module.</summary>
    public static ModuleFile File(string folder, byte[] bytes)
    {
        var digest = ModuleDigest.Of(bytes);
        var path = Path.Combine(folder, digest.Hex[..16] + ".wasm");
        // Renamed into place: other tests may use the same module at the same time.
        var written = Path.Combine(folder, Path.GetRandomFileName());
        System.IO.File.WriteAllBytes(written, bytes);
        System.IO.File.Move(written, path, overwrite: true);
        return ModuleFile.Open(path);
    }

    [LibraryImport("wasmtime", EntryPoint = "wasmtime_wat2wasm")]
    private static partial nint Compile(byte* text, nuint length, Vector* bytes);

    [LibraryImport("wasmtime", EntryPoint = "wasmtime_error_message")]
    private static partial void Message(nint error, Vector* message);

    [LibraryImport("wasmtime", EntryPoint = "wasm_byte_vec_delete")]
    private static partial void Delete(Vector* bytes);

    private struct Vector
    {
        public nuint Size;
        public byte* Data;
    }
}
