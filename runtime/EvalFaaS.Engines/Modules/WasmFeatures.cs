namespace EvalFaaS.Engines;

/// <summary>WebAssembly proposals beyond the first version of the core specification.</summary>
[Flags]
public enum WasmFeatures
{
    /// <summary>The first version alone.</summary>
    None = 0,

    /// <summary>Import and export of mutable globals.</summary>
    MutableGlobals = 1 << 0,

    /// <summary>Saturating float-to-integer conversions.</summary>
    SaturatingConversions = 1 << 1,

    /// <summary>Sign extension operators.</summary>
    SignExtension = 1 << 2,

    /// <summary>Several results and block parameters.</summary>
    MultiValue = 1 << 3,

    /// <summary>memory.copy, memory.fill, passive segments.</summary>
    BulkMemory = 1 << 4,

    /// <summary>externref, funcref values, several tables.</summary>
    ReferenceTypes = 1 << 5,

    /// <summary>128-bit SIMD.</summary>
    Simd = 1 << 6,

    /// <summary>Tail calls.</summary>
    TailCalls = 1 << 7,

    /// <summary>Arithmetic in constant expressions.</summary>
    ExtendedConst = 1 << 8,

    /// <summary>Several memories.</summary>
    MultiMemory = 1 << 9,

    /// <summary>64-bit memories.</summary>
    Memory64 = 1 << 10,

    /// <summary>Shared memory and atomics.</summary>
    Threads = 1 << 11,

    /// <summary>Relaxed SIMD.</summary>
    RelaxedSimd = 1 << 12,

    /// <summary>Exception handling.</summary>
    Exceptions = 1 << 13,

    /// <summary>Garbage-collected types and typed function references.</summary>
    GarbageCollection = 1 << 14,

    /// <summary>What every engine has switched on.</summary>
    Standard = MutableGlobals | SaturatingConversions | SignExtension | MultiValue | BulkMemory | ReferenceTypes | Simd,
}
