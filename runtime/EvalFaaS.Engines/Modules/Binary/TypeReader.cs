using System.Collections.Immutable;

namespace EvalFaaS.Engines;

/// <summary>Reads types: values, functions, limits, and the declared types of the type section.</summary>
internal static class TypeReader
{
    private const byte Recursive = 0x4E, SubFinal = 0x4F, Sub = 0x50, Array = 0x5E, Struct = 0x5F, Function = 0x60;
    private const byte NullableReference = 0x63, Reference = 0x64, ExceptionReference = 0x69, PackedI16 = 0x77, PackedI8 = 0x78;

    public static void Section(ref WasmReader reader, ModuleContent content)
    {
        for (var groups = reader.Count("types"); groups > 0; groups--)
        {
            if (reader.Peek() != Recursive)
            {
                Declared(ref reader, content);
                continue;
            }

            reader.Byte();
            content.Use(WasmFeatures.GarbageCollection);
            for (var types = reader.Count("types"); types > 0; types--) Declared(ref reader, content);
        }
    }

    public static ValueKind Value(ref WasmReader reader, ModuleContent content)
    {
        var code = reader.Byte();
        switch (code)
        {
            case 0x7F or 0x7E or 0x7D or 0x7C:
                return (ValueKind)code;
            case (byte)ValueKind.V128:
                content.Use(WasmFeatures.Simd);
                return ValueKind.V128;
            case (byte)ValueKind.FuncRef or (byte)ValueKind.ExternRef:
                content.Use(WasmFeatures.ReferenceTypes);
                return (ValueKind)code;
            case ExceptionReference or 0x74:
                content.Use(WasmFeatures.Exceptions);
                return ValueKind.OtherRef;
            case NullableReference or Reference:
                content.Use(WasmFeatures.GarbageCollection);
                reader.Int33();
                return ValueKind.OtherRef;
            case >= 0x6A and <= 0x6E or >= 0x71 and <= 0x73:
                content.Use(WasmFeatures.GarbageCollection);
                return ValueKind.OtherRef;
            default:
                throw WasmReader.Malformed($"0x{code:x2} is no value type", reader.Offset - 1);
        }
    }

    /// <summary>The element type of a table or segment: funcref alone is no use of the reference types proposal.</summary>
    public static void Element(ref WasmReader reader, ModuleContent content)
    {
        if (reader.Peek() == (byte)ValueKind.FuncRef) reader.Byte();
        else if (Value(ref reader, content) is not (ValueKind.ExternRef or ValueKind.OtherRef)) throw reader.Malformed("a table's elements must be references");
    }

    public static SizeLimits Limits(ref WasmReader reader, ModuleContent content, bool memory)
    {
        const int HasMaximum = 1, Shared = 2, Wide = 4;
        var flags = reader.Byte();
        if ((flags & ~(HasMaximum | Shared | Wide)) != 0) throw WasmReader.Malformed($"0x{flags:x2} are no limits that are known here", reader.Offset - 1);
        if ((flags & Wide) != 0) content.Use(WasmFeatures.Memory64);
        if ((flags & Shared) != 0)
        {
            if (!memory || (flags & HasMaximum) == 0) throw reader.Malformed("only a memory with a maximum can be shared");
            content.Use(WasmFeatures.Threads);
        }

        var at = reader.Offset;
        var minimum = Size(ref reader, flags);
        ulong? maximum = (flags & HasMaximum) != 0 ? Size(ref reader, flags) : null;
        if (maximum < minimum) throw WasmReader.Malformed($"the maximum {maximum} is below the minimum {minimum}", at);
        if (memory && Math.Max(minimum, maximum ?? 0) > ((flags & Wide) != 0 ? 1UL << 48 : 1UL << 16))
            throw WasmReader.Malformed("a memory is larger than its addresses reach", at);
        return new SizeLimits(minimum, maximum);

        static ulong Size(ref WasmReader reader, byte flags) => (flags & Wide) != 0 ? reader.UInt64() : reader.UInt32();
    }

    public static FunctionType OfFunction(ref WasmReader reader, ModuleContent content)
    {
        var at = reader.Offset;
        var index = reader.UInt32();
        return index < content.Types.Count && content.Types[(int)index] is { } type
            ? type
            : throw WasmReader.Malformed($"type {index} is no function type of this module", at);
    }

    private static void Declared(ref WasmReader reader, ModuleContent content)
    {
        var form = reader.Byte();
        if (form is Sub or SubFinal)
        {
            content.Use(WasmFeatures.GarbageCollection);
            for (var supertypes = reader.Count("supertypes"); supertypes > 0; supertypes--) reader.UInt32();
            form = reader.Byte();
        }

        switch (form)
        {
            case Function:
                var parameters = Values(ref reader, content);
                var results = Values(ref reader, content);
                if (results.Length > 1) content.Use(WasmFeatures.MultiValue);
                content.Types.Add(new FunctionType(parameters, results));
                return;
            case Struct:
                for (var fields = reader.Count("fields", 2); fields > 0; fields--) Field(ref reader, content);
                break;
            case Array:
                Field(ref reader, content);
                break;
            default:
                throw WasmReader.Malformed($"0x{form:x2} is no form of a type", reader.Offset - 1);
        }

        content.Use(WasmFeatures.GarbageCollection);
        content.Types.Add(null);
    }

    private static ImmutableArray<ValueKind> Values(ref WasmReader reader, ModuleContent content)
    {
        var values = ImmutableArray.CreateBuilder<ValueKind>(reader.Count("values"));
        for (var i = values.Capacity; i > 0; i--) values.Add(Value(ref reader, content));
        return values.MoveToImmutable();
    }

    private static void Field(ref WasmReader reader, ModuleContent content)
    {
        if (reader.Peek() is PackedI8 or PackedI16) reader.Byte();
        else Value(ref reader, content);
        if (reader.Byte() > 1) throw WasmReader.Malformed("a field is neither mutable nor not", reader.Offset - 1);
    }
}
