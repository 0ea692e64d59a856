namespace EvalFaaS.Cli.Tests;

/// <summary>WASI commands as WebAssembly text, each doing one thing.</summary>
internal static class CommandGuests
{
    public const string Nothing = """(module (memory (export "memory") 1) (func (export "_start")))""";

    public const string Trap = """(module (memory (export "memory") 1) (func (export "_start") unreachable))""";

    public const string Division = """(module (memory (export "memory") 1) (func (export "_start") (drop (i32.div_s (i32.const 1) (i32.load (i32.const 0))))))""";

    public const string Loop = """(module (memory (export "memory") 1) (func (export "_start") (loop (br 0))))""";

    public const string Recursion = """(module (memory (export "memory") 1) (func $again (export "_start") (call $again) (call $again)))""";

    /// <summary>Grows page by page and traps when it gets no more.</summary>
    public const string MemoryBomb = """(module (memory (export "memory") 1) (func (export "_start") (loop (if (i32.eq (memory.grow (i32.const 1)) (i32.const -1)) (then unreachable)) (br 0))))""";

    /// <summary>Needs 32 MiB to begin with.</summary>
    public const string Large = """(module (memory (export "memory") 512) (func (export "_start")))""";

    /// <summary>Exits with 7 and what <c>env.magic</c> answers; imports another that nobody grants, too.</summary>
    public const string Strange = """
        (module
          (import "env" "magic" (func $magic (param i32) (result i32)))
          (import "env" "more" (func))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          (memory (export "memory") 1)
          (func (export "_start") (call $exit (i32.add (i32.const 7) (call $magic (i32.const 3))))))
        """;

    /// <summary>Writes its stdin to stdout until its end.</summary>
    public static string Echo { get; } = Command(
        """
        (loop $more
          (i32.store (i32.const 0) (i32.const 1024)) (i32.store (i32.const 4) (i32.const 4096))
          (drop (call $read (i32.const 0) (i32.const 0) (i32.const 1) (i32.const 8)))
          (if (i32.load (i32.const 8)) (then (call $print (i32.const 1) (i32.const 1024) (i32.load (i32.const 8))) (br $more))))
        """,
        """(import "wasi_snapshot_preview1" "fd_read" (func $read (param i32 i32 i32 i32) (result i32)))""");

    /// <summary>Writes <c>out</c> to stdout and <c>err</c> to stderr and exits with 42.</summary>
    public static string Speak { get; } = Command(
        """(call $print (i32.const 1) (i32.const 200) (i32.const 4)) (call $print (i32.const 2) (i32.const 204) (i32.const 4)) (call $exit (i32.const 42))""",
        data: """(data (i32.const 200) "out\nerr\n")""");

    /// <summary>Writes <c>begun</c> and waits for ever.</summary>
    public static string Begun { get; } = Command(
        """(call $print (i32.const 1) (i32.const 200) (i32.const 6)) (loop (br 0))""",
        data: """(data (i32.const 200) "begun\n")""");

    /// <summary>Writes its arguments, each ended by a zero.</summary>
    public static string Arguments { get; } = Dump("args_sizes_get", "args_get");

    /// <summary>Writes its environment, each variable ended by a zero.</summary>
    public static string Variables { get; } = Dump("environ_sizes_get", "environ_get");

    /// <summary>Writes the name of its first directory.</summary>
    public static string DirectoryName(string name) => Command(
        $"(drop (call $name (i32.const 3) (i32.const 1024) (i32.const {name.Length}))) (call $print (i32.const 1) (i32.const 1024) (i32.const {name.Length}))",
        """(import "wasi_snapshot_preview1" "fd_prestat_dir_name" (func $name (param i32 i32 i32) (result i32)))""");

    /// <summary>Makes a file in its first directory and exits with the error number.</summary>
    public static string Create(string path) => Open(path, flags: 1, rights: 64);

    /// <summary>Opens a file of its first directory to read it and exits with the error number.</summary>
    public static string Read(string path) => Open(path, flags: 0, rights: 2);

    private static string Open(string path, int flags, int rights) => Command(
        $"(call $exit (call $open (i32.const 3) (i32.const 0) (i32.const 200) (i32.const {path.Length}) (i32.const {flags}) (i64.const {rights}) (i64.const 0) (i32.const 0) (i32.const 16)))",
        """(import "wasi_snapshot_preview1" "path_open" (func $open (param i32 i32 i32 i32 i32 i64 i64 i32 i32) (result i32)))""",
        $"""(data (i32.const 200) "{path}")""");

    private static string Dump(string sizes, string get) => Command(
        """
        (drop (call $sizes (i32.const 0) (i32.const 4)))
        (drop (call $get (i32.const 100) (i32.const 4096)))
        (call $print (i32.const 1) (i32.const 4096) (i32.load (i32.const 4)))
        """,
        $"""
        (import "wasi_snapshot_preview1" "{sizes}" (func $sizes (param i32 i32) (result i32)))
        (import "wasi_snapshot_preview1" "{get}" (func $get (param i32 i32) (result i32)))
        """);

    private static string Command(string start, string imports = "", string data = "") => $"""
        (module
          (import "wasi_snapshot_preview1" "fd_write" (func $write (param i32 i32 i32 i32) (result i32)))
          (import "wasi_snapshot_preview1" "proc_exit" (func $exit (param i32)))
          {imports}
          (memory (export "memory") 1)
          {data}
          (func $print (param $to i32) (param $at i32) (param $length i32)
            (i32.store (i32.const 0) (local.get $at)) (i32.store (i32.const 4) (local.get $length))
            (drop (call $write (local.get $to) (i32.const 0) (i32.const 1) (i32.const 12))))
          (func (export "_start") {start}))
        """;
}
