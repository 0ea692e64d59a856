namespace EvalFaaS.Engines.Tests;

/// <summary>Writes binary modules by hand, for what text tools cannot write or refuse to.</summary>
internal static class ModuleBytes
{
    public static byte[] Header { get; } = [0x00, 0x61, 0x73, 0x6D, 1, 0, 0, 0];

    public static byte[] Of(params byte[][] sections) => [.. Header, .. sections.SelectMany(s => s)];

    public static byte[] Section(byte id, params byte[] content) => [id, .. Leb(content.Length), .. content];

    /// <summary>A module of one function without parameters whose body is these instructions.</summary>
    public static byte[] Body(params byte[] instructions)
    {
        byte[] body = [0, .. instructions, 0x0B];
        return Of(Section(1, 1, 0x60, 0, 0), Section(3, 1, 0), Section(10, [1, .. Leb(body.Length), .. body]));
    }

    public static byte[] Leb(int value)
    {
        var bytes = new List<byte>();
        for (; value >= 0x80; value >>= 7) bytes.Add((byte)(value | 0x80));
        bytes.Add((byte)value);
        return [.. bytes];
    }
}
