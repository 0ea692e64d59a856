using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>A module as workers load it: by its files, which never change, with what the parent has found in them.</summary>
/// <param name="Key">By which later frames name it; unique in the parent's life.</param>
/// <param name="Module">File, digest, interface.</param>
/// <param name="CodePath">Its compiled code, or null.</param>
/// <param name="Stubs">Functions beyond the standard ones, which answer zeros.</param>
internal sealed record ModuleDefinition(int Key, ModuleFile Module, string? CodePath, IReadOnlyList<HostFunction> Stubs)
{
    public void Write(MessageWriter writer)
    {
        writer.Begin(FrameKind.Module);
        writer.Int32(Key);
        ModuleCodec.Write(writer, Module);
        writer.Text(CodePath);
        writer.Int32(Stubs.Count);
        foreach (var stub in Stubs)
        {
            writer.Text(stub.Module);
            writer.Text(stub.Name);
            InterfaceCodec.WriteType(writer, stub.Type);
        }

        writer.End();
    }

    public static ModuleDefinition Read(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        var key = reader.Int32();
        var module = ModuleCodec.Read(ref reader);
        var code = reader.OptionalText();
        var stubs = new HostFunction[reader.Count()];
        for (var i = 0; i < stubs.Length; i++) stubs[i] = StubImports.Function(reader.Text(), reader.Text(), InterfaceCodec.ReadType(ref reader));
        reader.End();
        return new ModuleDefinition(key, module, code, stubs);
    }
}

/// <summary>A module's file, digest and interface.</summary>
internal static class ModuleCodec
{
    public static void Write(MessageWriter writer, ModuleFile module)
    {
        writer.Text(module.Path);
        writer.Text(module.Digest.ToString());
        InterfaceCodec.Write(writer, module.Interface);
    }

    public static ModuleFile Read(ref MessageReader reader)
    {
        var path = reader.Text();
        var text = reader.Text();
        if (!ModuleDigest.TryParse(text, out var digest)) throw new ProtocolException($"'{text}' is no digest.");
        return new ModuleFile(path, digest, InterfaceCodec.Read(ref reader));
    }
}
