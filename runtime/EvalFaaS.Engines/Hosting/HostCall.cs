using System.Runtime.CompilerServices;

namespace EvalFaaS.Engines;

/// <summary>One call from a guest to the host: its arguments, its memory and whose it is.</summary>
public readonly ref struct HostCall
{
    private readonly ref byte _arguments;
    private readonly ref byte _results;
    private readonly int _stride;

    /// <summary>A call whose values lie in slots of an engine's own size, each value at its slot's beginning.</summary>
    /// <param name="state">Whose call it is.</param>
    /// <param name="memory">The guest's memory, as it is now.</param>
    /// <param name="arguments">The first argument's slot.</param>
    /// <param name="results">The first result's slot; may be the same place.</param>
    /// <param name="stride">Bytes from slot to slot.</param>
    public HostCall(GuestState state, GuestMemory memory, ref byte arguments, ref byte results, int stride)
    {
        State = state;
        Memory = memory;
        _arguments = ref arguments;
        _results = ref results;
        _stride = stride;
    }

    /// <summary>Whose call it is.</summary>
    public GuestState State { get; }

    /// <summary>The guest's memory, as it is now.</summary>
    public GuestMemory Memory { get; }

    /// <summary>Argument i as an i32.</summary>
    public int Int32(int i) => Unsafe.ReadUnaligned<int>(ref Unsafe.AddByteOffset(ref _arguments, i * _stride));

    /// <summary>Argument i as an unsigned i32: a pointer, a length, flags.</summary>
    public uint UInt32(int i) => (uint)Int32(i);

    /// <summary>Argument i as an i64.</summary>
    public long Int64(int i) => Unsafe.ReadUnaligned<long>(ref Unsafe.AddByteOffset(ref _arguments, i * _stride));

    /// <summary>Gives an i32 back. All arguments must have been read.</summary>
    public void Return(int value) => Unsafe.WriteUnaligned(ref _results, value);

    /// <summary>Gives an i64 back. All arguments must have been read.</summary>
    public void Return(long value) => Unsafe.WriteUnaligned(ref _results, value);

    /// <summary>Gives result i back, for functions of several results. All arguments must have been read.</summary>
    public void Return(int i, long value) => Unsafe.WriteUnaligned(ref Unsafe.AddByteOffset(ref _results, i * _stride), value);
}
