using System.Text;

namespace EvalFaaS.Execution.Tests;

/// <summary>Small valid modules, written byte by byte.</summary>
internal static class TestModules
{
    private static readonly byte[] Header = [0, 0x61, 0x73, 0x6D, 1, 0, 0, 0];

    /// <summary>A command that does nothing; modules of different salts have different digests.</summary>
    public static byte[] Command(int salt = 0) => [
        .. Header, .. Section(1, [1, 0x60, 0, 0]), .. Section(3, [1, 0]), .. Section(7, [1, .. Name("_start"), 0, 0]),
        .. Section(10, [1, 2, 0, 0x0B]), .. Salt(salt)];

    /// <summary>A reactor that answers nothing.</summary>
    public static byte[] Reactor(int salt = 0) => [
        .. Header,
        .. Section(1, [3, 0x60, 0, 1, 0x7F, 0x60, 1, 0x7F, 1, 0x7F, 0x60, 2, 0x7F, 0x7F, 1, 0x7E]),
        .. Section(3, [3, 0, 1, 2]),
        .. Section(5, [1, 0, 1]),
        .. Section(7, [4, .. Name("memory"), 2, 0, .. Name("evalfaas_version"), 0, 0, .. Name("evalfaas_alloc"), 0, 1, .. Name("evalfaas_handle"), 0, 2]),
        .. Section(10, [3, 4, 0, 0x41, 1, 0x0B, 4, 0, 0x41, 0, 0x0B, 4, 0, 0x42, 0, 0x0B]),
        .. Salt(salt)];

    /// <summary>A command that imports a function nobody grants.</summary>
    public static byte[] Importing(string module, string name) => [
        .. Header, .. Section(1, [1, 0x60, 0, 0]), .. Section(2, [1, .. Name(module), .. Name(name), 0, 0]),
        .. Section(3, [1, 0]), .. Section(7, [1, .. Name("_start"), 0, 1]), .. Section(10, [1, 2, 0, 0x0B])];

    /// <summary>A module that exports nothing.</summary>
    public static byte[] Nothing() => [.. Header];

    private static byte[] Salt(int salt) => salt == 0 ? [] : Section(0, [.. Name("salt"), .. BitConverter.GetBytes(salt)]);

    private static byte[] Name(string name) => [(byte)name.Length, .. Encoding.UTF8.GetBytes(name)];

    private static byte[] Section(byte id, byte[] content) => [id, (byte)content.Length, .. content];
}
