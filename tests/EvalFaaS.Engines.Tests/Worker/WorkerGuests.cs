namespace EvalFaaS.Engines.Tests;

/// <summary>Guests that say when they run, so that tests need not guess.</summary>
internal static class WorkerGuests
{
    /// <summary>A command that writes one byte and then loops for ever.</summary>
    public const string Loop = """
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (memory (export "memory") 1)
          (data (i32.const 0) "\08\00\00\00\01\00\00\00!")
          (func (export "_start")
            (drop (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 100)))
            (loop $again (br $again))))
        """;

    /// <summary>A command that writes what it reads, each piece as it comes.</summary>
    public const string Cat = """
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 4)
          (func (export "_start")
            (loop $next
              (i32.store (i32.const 0) (i32.const 1024))
              (i32.store (i32.const 4) (i32.const 100000))
              (if (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)) (then (call $exit (i32.const 3))))
              (if (i32.load (i32.const 8)) (then
                (i32.store (i32.const 4) (i32.load (i32.const 8)))
                (if (call $write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 12)) (then (call $exit (i32.const 4))))
                (br $next))))))
        """;

    /// <summary>A reactor that reads chunks and writes them, through a buffer of 10,000 bytes.</summary>
    public static readonly string Copy = Guests.Reactor(
        """
        (block $end (loop $next
          (local.set $read (call $body_read (i32.const 2000) (i32.const 10000)))
          (br_if $end (i32.le_s (local.get $read) (i32.const 0)))
          (br_if $end (call $body_write (i32.const 2000) (local.get $read)))
          (br $next)))
        (i64.const 0)
        """.Insert(0, "(local $read i32) "),
        imports: """
        (import "evalfaas" "body_read" (func $body_read (param i32 i32) (result i32)))
        (import "evalfaas" "body_write" (func $body_write (param i32 i32) (result i32)))
        """);

    /// <summary>Answers how often this instance was called, as one digit.</summary>
    public static readonly string Counter = Guests.Reactor("""
        (i32.store8 (i32.const 16) (i32.add (i32.load8_u (i32.const 16)) (i32.const 1)))
        (i64.const 0x1000000001)
        """, more: """(data (i32.const 16) "0")""");

    /// <summary>Answers with the value of the header <c>x-test</c>.</summary>
    public static readonly string Header = Guests.Reactor(
        """
        (i64.or (i64.const 0x80000000000) (i64.extend_i32_u
          (call $get (i32.const 16) (i32.const 13) (i32.const 2048) (i32.const 100))))
        """,
        more: """(data (i32.const 16) "header:x-test")""",
        imports: """(import "evalfaas" "context_get" (func $get (param i32 i32 i32 i32) (result i32)))""");
}
