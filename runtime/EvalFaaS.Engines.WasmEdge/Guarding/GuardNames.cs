namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Exports that the guard adds. Names with a colon are not written by compilers; a module that has them is refused.</summary>
internal static class GuardNames
{
    /// <summary>(i32 memory pages, i32 table elements) -> (): sets the limits and forgets what was refused.</summary>
    public static ReadOnlySpan<byte> Limits => "evalfaas:limits"u8;

    /// <summary>() -> i32: what was refused, as <see cref="Refused"/>.</summary>
    public static ReadOnlySpan<byte> Refusals => "evalfaas:refused"u8;

    /// <summary>() -> (): the module's start function, which runs when the limits are set.</summary>
    public static ReadOnlySpan<byte> Start => "evalfaas:start"u8;

    /// <summary>What all begin with.</summary>
    public const string Prefix = "evalfaas:";
}

/// <summary>What a guarded module was refused.</summary>
[Flags]
internal enum Refused
{
    /// <summary>Nothing.</summary>
    Nothing = 0,

    /// <summary>Memory beyond its limit.</summary>
    Memory = 1,

    /// <summary>Table elements beyond their limit.</summary>
    Table = 2,

    /// <summary>Calls nested too deeply.</summary>
    Calls = 4,
}
