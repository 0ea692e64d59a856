namespace EvalFaaS.Node.Tests;

/// <summary>Small modules that do one thing, as bytes of the binary format, so that no compiler is needed.</summary>
internal static class TestModules
{
    /// <summary>Runs for ever: <c>(loop (br 0))</c>.</summary>
    public static byte[] Loop { get; } = Command(0x03, 0x40, 0x0C, 0x00, 0x0B);

    /// <summary>Traps at once: <c>unreachable</c>.</summary>
    public static byte[] Trap { get; } = Command(0x00);

    /// <summary>Asks for page after page and traps when it does not get one.</summary>
    public static byte[] MemoryBomb { get; } = Command(0x03, 0x40, 0x41, 0x01, 0x40, 0x00, 0x41, 0x7F, 0x46, 0x04, 0x40, 0x00, 0x0B, 0x0C, 0x00, 0x0B);

    /// <summary><c>proc_exit(3)</c>.</summary>
    public static byte[] Exit3 { get; } = Convert.FromBase64String(
        "AGFzbQEAAAABCAJgAX8AYAAAAiQBFndhc2lfc25hcHNob3RfcHJldmlldzEJcHJvY19leGl0AAADAgEBBQMBAAEHEwIGbWVtb3J5AgAGX3N0YXJ0AAEKCAEGAEEDEAAL");

    /// <summary>Imports <c>wasi_snapshot_preview1.sock_teleport</c>, which there is not.</summary>
    public static byte[] StrangeImport { get; } = Convert.FromBase64String(
        "AGFzbQEAAAABCAJgAX8AYAAAAigBFndhc2lfc25hcHNob3RfcHJldmlldzENc29ja190ZWxlcG9ydAAAAwIBAQUDAQABBxMCBm1lbW9yeQIABl9zdGFydAABCggBBgBBAxAACw==");

    /// <summary>Writes <c>a log</c> and a line break to stderr.</summary>
    public static byte[] Stderr { get; } = Convert.FromBase64String(
        "AGFzbQEAAAABDAJgBH9/f38Bf2AAAAIjARZ3YXNpX3NuYXBzaG90X3ByZXZpZXcxCGZkX3dyaXRlAAADAgEBBQMBAAEHEwIGbWVtb3J5AgAGX3N0YXJ0AAEKDwENAEECQQBBAUEIEAAaCwsZAgBBAAsIEAAAAAYAAAAAQRALBmEgbG9nCg==");

    /// <summary>Writes <c>loops</c> and a line break to stderr and then runs for ever.</summary>
    public static byte[] AnnouncedLoop { get; } = Convert.FromBase64String(
        "AGFzbQEAAAABDAJgBH9/f38Bf2AAAAIjARZ3YXNpX3NuYXBzaG90X3ByZXZpZXcxCGZkX3dyaXRlAAADAgEBBQMBAAEHEwIGbWVtb3J5AgAGX3N0YXJ0AAEKFAESAEECQQBBAUEQEAAaA0AMAAsLCxQBAEEACw4IAAAABgAAAGxvb3BzCg==");

    /// <summary>Writes 16 KiB of zeros to stdout again and again, for ever.</summary>
    public static byte[] Flood { get; } = Convert.FromBase64String(
        "AGFzbQEAAAABDAJgBH9/f38Bf2AAAAIjARZ3YXNpX3NuYXBzaG90X3ByZXZpZXcxCGZkX3dyaXRlAAADAgEBBQMBAAEHEwIGbWVtb3J5AgAGX3N0YXJ0AAEKFgEUAANAQQFBAEEBQYCAAhAAGgwACwsLDgEAQQALCAgAAAAAQAAA");

    private static byte[] Command(params byte[] body) =>
    [
        0x00, 0x61, 0x73, 0x6D, 0x01, 0x00, 0x00, 0x00,
        // One type, () -> (); one function of it.
        0x01, 0x04, 0x01, 0x60, 0x00, 0x00,
        0x03, 0x02, 0x01, 0x00,
        // One memory of one page.
        0x05, 0x03, 0x01, 0x00, 0x01,
        // Exports: memory, _start.
        0x07, 0x13, 0x02, 0x06, .. "memory"u8, 0x02, 0x00, 0x06, .. "_start"u8, 0x00, 0x00,
        0x0A, (byte)(body.Length + 4), 0x01, (byte)(body.Length + 2), 0x00, .. body, 0x0B,
    ];
}
