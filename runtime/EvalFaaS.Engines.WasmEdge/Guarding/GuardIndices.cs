namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Where the guard's own types, functions and globals come to lie: behind the module's.</summary>
internal sealed class GuardIndices
{
    private readonly ModuleParts _parts;
    private readonly List<byte[]> _types = [];

    /// <summary>For this module.</summary>
    public GuardIndices(ModuleParts parts)
    {
        _parts = parts;
        Pages = (uint)parts.Content.Globals.Count;
        Limits = (uint)parts.Content.Functions.Count;
    }

    /// <summary>Global: the most pages of memory.</summary>
    public uint Pages { get; }

    /// <summary>Global: the most table elements.</summary>
    public uint Elements => Pages + 1;

    /// <summary>Global: what was refused.</summary>
    public uint Refused => Pages + 2;

    /// <summary>Global: bytes of calls that may still be nested.</summary>
    public uint Room => Pages + 3;

    /// <summary>Function that sets the limits.</summary>
    public uint Limits { get; }

    /// <summary>Function that tells what was refused.</summary>
    public uint Refusals => Limits + 1;

    /// <summary>Function that stands for memory.grow.</summary>
    public uint MemoryGrow => Limits + 2;

    /// <summary>Function that stands for table.grow of a table.</summary>
    public uint TableGrow(uint table) => MemoryGrow + (_parts.Content.Memories.Count > 0 ? 1u : 0) + table;

    /// <summary>The encodings of the types that were asked for, in the order of their indices.</summary>
    public IReadOnlyList<byte[]> Types => _types;

    /// <summary>The index of a function type, added if it was not asked for yet.</summary>
    public uint Type(ReadOnlySpan<byte> parameters, ReadOnlySpan<byte> results)
    {
        var encoding = new WasmWriter().Byte(0x60).Sized(parameters).Sized(results).Written.ToArray();
        var found = _types.FindIndex(t => t.AsSpan().SequenceEqual(encoding));
        if (found < 0)
        {
            found = _types.Count;
            _types.Add(encoding);
        }

        return (uint)(_parts.Content.Types.Count + found);
    }
}
