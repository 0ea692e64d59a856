namespace EvalFaaS.Engines.Tests;

/// <summary>Guests as WebAssembly text, each showing one behaviour.</summary>
internal static class Guests
{
    /// <summary>Answers with the request's body.</summary>
    public const string Echo = """
        (module
          (memory (export "memory") 2)
          (global $next (mut i32) (i32.const 1024))
          (func (export "evalfaas_version") (result i32) (i32.const 1))
          (func (export "evalfaas_alloc") (param $length i32) (result i32)
            (local $at i32)
            (local.set $at (global.get $next))
            (global.set $next (i32.add (local.get $at) (local.get $length)))
            (local.get $at))
          (func (export "evalfaas_handle") (param $at i32) (param $length i32) (result i64)
            (i64.or (i64.shl (i64.extend_i32_u (local.get $at)) (i64.const 32)) (i64.extend_i32_u (local.get $length)))))
        """;

    /// <summary>A reactor whose handler has this body; it may use $at and $length and gives an i64.</summary>
    public static string Reactor(string handler, string more = "", string imports = "", string memory = """(memory (export "memory") 2)""") => $"""
        (module
          {imports}
          {memory}
          (func (export "evalfaas_version") (result i32) (i32.const 1))
          (func (export "evalfaas_alloc") (param $length i32) (result i32) (i32.const 1024))
          {more}
          (func $handle (export "evalfaas_handle") (param $at i32) (param $length i32) (result i64) {handler}))
        """;
}
