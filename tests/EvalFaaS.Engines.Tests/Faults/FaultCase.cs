using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>A guest that misbehaves, and the fault that its invocation must end with. Slow ones take milliseconds on some engines.</summary>
internal sealed record FaultCase(string Name, FaultKind Expected, string Wat, Func<EngineCapabilities, bool>? Applies = null, bool Slow = false)
{
    private const string WriteImport = """(import "evalfaas" "body_write" (func $write (param i32 i32) (result i32)))""";

    /// <summary>Tight enough that a bomb is quick; loops cost their timeout.</summary>
    public static InvocationLimits Limits { get; } = new() { MemoryBytes = 8 << 20, ResponseBytes = 1 << 20, TableElements = 2_000, Timeout = TimeSpan.FromSeconds(10) };

    /// <summary>For guests that only their deadline ends.</summary>
    public static InvocationLimits ShortLimits { get; } = Limits with { Timeout = TimeSpan.FromMilliseconds(20) };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        new("trap", FaultKind.Trap, Guests.Reactor("unreachable")),
        new("division by zero", FaultKind.Trap, Guests.Reactor("(i64.div_s (i64.const 1) (i64.const 0))")),
        new("out of bounds read", FaultKind.Trap, Guests.Reactor("(i64.load (i32.const 0x7ffffff0))")),
        new("out of bounds write", FaultKind.Trap, Guests.Reactor("(i64.store (i32.const -8) (i64.const 1)) (i64.const 0)")),
        new("recursion", FaultKind.StackOverflow, Guests.Reactor("(i64.add (call $handle (local.get $at) (local.get $length)) (i64.const 1))"), c => c.BoundedRecursion, Slow: true),
        new("mutual recursion", FaultKind.StackOverflow, Guests.Reactor(
            "(call $other (local.get $at)) (i64.const 0)",
            more: "(func $other (param i32) (local i64 i64 i64 i64 i64 i64 i64 i64) (drop (call $handle (local.get 0) (local.get 0))))"), c => c.BoundedRecursion, Slow: true),
        new("endless loop", FaultKind.Deadline, Guests.Reactor("(loop $again (br $again)) (i64.const 0)"), c => c.Interruptible, Slow: true),
        new("memory bomb", FaultKind.MemoryLimit, Guests.Reactor(
            "(loop $again (br_if $again (i32.ne (memory.grow (i32.const 4)) (i32.const -1)))) unreachable"), c => c.GrowthLimits),
        new("table bomb", FaultKind.TableLimit, Guests.Reactor(
            "(loop $again (br_if $again (i32.ne (table.grow $t (ref.null func) (i32.const 100)) (i32.const -1)))) unreachable",
            more: """(table $t (export "table") 10 funcref)"""), c => c.GrowthLimits),
        new("output flood", FaultKind.ResponseTooLarge, Guests.Reactor(
            "(loop $again (drop (call $write (i32.const 0) (i32.const 65536))) (br $again)) (i64.const 0)", imports: WriteImport)),
    ];

    /// <summary>The limits under which it is called.</summary>
    public InvocationLimits CallLimits => Expected == FaultKind.Deadline ? ShortLimits : Limits;
}
