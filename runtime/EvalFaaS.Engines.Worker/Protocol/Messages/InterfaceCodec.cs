using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>A module's interface, so that a worker need not read the module again.</summary>
internal static class InterfaceCodec
{
    public static void Write(MessageWriter writer, ModuleInterface module)
    {
        writer.Int32((int)module.Features);
        writer.Flag(module.Contract is not null);
        writer.Byte((byte)(module.Contract ?? 0));
        writer.Int32(module.Imports.Length);
        foreach (var import in module.Imports)
        {
            writer.Text(import.Module);
            writer.Text(import.Name);
            writer.Byte((byte)import.Kind);
            WriteOptionalType(writer, import.Type);
        }

        writer.Int32(module.Exports.Length);
        foreach (var export in module.Exports)
        {
            writer.Text(export.Name);
            writer.Byte((byte)export.Kind);
            writer.Int32(export.Index);
            WriteOptionalType(writer, export.Type);
        }

        WriteSizes(writer, module.Memories);
        WriteSizes(writer, module.Tables);
    }

    public static ModuleInterface Read(ref MessageReader reader)
    {
        var features = (WasmFeatures)reader.Int32();
        var contracted = reader.Flag();
        var contract = (ContractKind)reader.Byte();
        var imports = ImmutableArray.CreateBuilder<ModuleImport>(reader.Count());
        for (var i = imports.Capacity; i > 0; i--) imports.Add(new ModuleImport(reader.Text(), reader.Text(), (ExternalKind)reader.Byte(), ReadOptionalType(ref reader)));
        var exports = ImmutableArray.CreateBuilder<ModuleExport>(reader.Count());
        for (var i = exports.Capacity; i > 0; i--) exports.Add(new ModuleExport(reader.Text(), (ExternalKind)reader.Byte(), reader.Int32(), ReadOptionalType(ref reader)));
        return new ModuleInterface
        {
            Features = features,
            Contract = contracted ? contract : null,
            Imports = imports.MoveToImmutable(),
            Exports = exports.MoveToImmutable(),
            Memories = ReadSizes(ref reader),
            Tables = ReadSizes(ref reader),
        };
    }

    public static void WriteType(MessageWriter writer, FunctionType type)
    {
        WriteKinds(writer, type.Parameters);
        WriteKinds(writer, type.Results);
    }

    public static FunctionType ReadType(ref MessageReader reader) => new(ReadKinds(ref reader), ReadKinds(ref reader));

    private static void WriteOptionalType(MessageWriter writer, FunctionType? type)
    {
        writer.Flag(type is not null);
        if (type is not null) WriteType(writer, type);
    }

    private static FunctionType? ReadOptionalType(ref MessageReader reader) => reader.Flag() ? ReadType(ref reader) : null;

    private static void WriteKinds(MessageWriter writer, ImmutableArray<ValueKind> kinds)
    {
        writer.Int32(kinds.Length);
        foreach (var kind in kinds) writer.Byte((byte)kind);
    }

    private static ImmutableArray<ValueKind> ReadKinds(ref MessageReader reader)
    {
        var kinds = ImmutableArray.CreateBuilder<ValueKind>(reader.Count());
        for (var i = kinds.Capacity; i > 0; i--) kinds.Add((ValueKind)reader.Byte());
        return kinds.MoveToImmutable();
    }

    private static void WriteSizes(MessageWriter writer, ImmutableArray<SizeLimits> sizes)
    {
        writer.Int32(sizes.Length);
        foreach (var size in sizes)
        {
            writer.Int64((long)size.Minimum);
            writer.Flag(size.Maximum is not null);
            writer.Int64((long)(size.Maximum ?? 0));
        }
    }

    private static ImmutableArray<SizeLimits> ReadSizes(ref MessageReader reader)
    {
        var sizes = ImmutableArray.CreateBuilder<SizeLimits>(reader.Count());
        for (var i = sizes.Capacity; i > 0; i--)
        {
            var minimum = reader.UInt64();
            var bounded = reader.Flag();
            var maximum = reader.UInt64();
            sizes.Add(new SizeLimits(minimum, bounded ? maximum : null));
        }

        return sizes.MoveToImmutable();
    }
}
