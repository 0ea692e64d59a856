namespace EvalFaaS.Engines;

/// <summary>A value's type; the values are those of the binary format.</summary>
public enum ValueKind : byte
{
    /// <summary>32-bit integer.</summary>
    I32 = 0x7F,

    /// <summary>64-bit integer.</summary>
    I64 = 0x7E,

    /// <summary>32-bit float.</summary>
    F32 = 0x7D,

    /// <summary>64-bit float.</summary>
    F64 = 0x7C,

    /// <summary>128-bit vector.</summary>
    V128 = 0x7B,

    /// <summary>A reference to a function.</summary>
    FuncRef = 0x70,

    /// <summary>A reference to something of the host's.</summary>
    ExternRef = 0x6F,

    /// <summary>Any other reference: typed, garbage-collected or to an exception.</summary>
    OtherRef = 0x64,
}
