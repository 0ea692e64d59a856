namespace EvalFaaS.Engines.Tests;

public sealed class ReactorContextTests(EngineLab lab)
{
    // Answers with the value of the key that is its request's body, or with "absent".
    private static readonly string Ask = Guests.Reactor("""
        (local $n i32)
        (local.set $n (call $get (local.get $at) (local.get $length) (i32.const 4096) (i32.const 100)))
        (if (i32.lt_s (local.get $n) (i32.const 0)) (then (return (i64.const 0x1000000006))))
        (i64.or (i64.const 0x100000000000) (i64.extend_i32_u (local.get $n)))
        """,
        imports: """(import "evalfaas" "context_get" (func $get (param i32 i32 i32 i32) (result i32)))""",
        more: """(data (i32.const 16) "absent")""");

    [Theory]
    [InlineData("method", "PUT")]
    [InlineData("path", "/a/b")]
    [InlineData("query", "c=d")]
    [InlineData("function", "default/asked@1")]
    [InlineData("invocation", "0123456789abcdef0123456789abcdef")]
    [InlineData("header:x-name", "one, two")]
    [InlineData("header:x-other", "absent")]
    [InlineData("env:COLOUR", "green")]
    [InlineData("env:colour", "absent")]
    [InlineData("nonsense", "absent")]
    public async Task A_key_has_its_value(string key, string value)
    {
        var request = new TestRequest("PUT", "/a/b", "c=d", new("X-Name", "one"), new("x-name", "two"));
        var invocation = new TestInvocation(key, request)
        {
            GuestEnvironment = new GuestEnvironment { Name = "default/asked@1", Variables = [new("COLOUR", "green")] },
        };
        Assert.Null((await lab.InvokeAsync("wasmtime", Ask, invocation)).Fault);
        Assert.Equal(value, await invocation.ResponseTextAsync());
    }

    [Fact]
    public async Task A_value_that_does_not_fit_is_not_written_but_its_length_is_told()
    {
        // Answers with the first byte of the buffer, or traps when the length is not that of "/long".
        var wat = Ask.Replace("(i32.const 100)", "(i32.const 3)").Replace(
            "(i64.or (i64.const 0x100000000000) (i64.extend_i32_u (local.get $n)))",
            "(if (i32.ne (local.get $n) (i32.const 5)) (then (unreachable))) (i64.const 0x100000000001)");
        var invocation = new TestInvocation("path", new TestRequest(path: "/long"));
        Assert.Null((await lab.InvokeAsync("wasmtime", wat, invocation)).Fault);
        Assert.Equal([0], await invocation.ResponseBytesAsync());
    }
}
