namespace EvalFaaS.Engines.Tests;

/// <summary>Guests as WebAssembly text, each showing one behaviour.</summary>
internal static class Guests
{
    /// <summary>Answers with the request's body, which lies at 1024 always; grows its memory for a long one.</summary>
    public const string Echo = """
        (module
          (memory (export "memory") 2)
          (func (export "evalfaas_version") (result i32) (i32.const 1))
          (func (export "evalfaas_alloc") (param $length i32) (result i32)
            (local $missing i32)
            (local.set $missing (i32.sub
              (i32.shr_u (i32.add (local.get $length) (i32.const 0x103ff)) (i32.const 16))
              (memory.size)))
            (if (i32.gt_s (local.get $missing) (i32.const 0))
              (then (if (i32.lt_s (memory.grow (local.get $missing)) (i32.const 0)) (then (return (i32.const 0))))))
            (i32.const 1024))
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
