using System.IO.Pipelines;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>What docs/reactor-contract.md promises, on every engine.</summary>
public sealed class ReactorContractTests(EngineLab lab)
{
    private const string Read = """(import "evalfaas" "body_read" (func $read (param i32 i32) (result i32)))""";
    private const string Write = """(import "evalfaas" "body_write" (func $write (param i32 i32) (result i32)))""";
    private const string Header = """(import "evalfaas" "response_header" (func $header (param i32 i32 i32 i32) (result i32)))""";
    private const string Status = """(import "evalfaas" "response_status" (func $status (param i32)))""";

    // Copies the body in chunks of a thousand bytes, whether it came in one buffer or not.
    private static readonly string Copy = Guests.Reactor("""
        (local $n i32)
        (if (i32.ne (local.get $length) (i32.const -1)) (then (drop (call $write (local.get $at) (local.get $length)))))
        (loop $again
          (local.set $n (call $read (i32.const 0) (i32.const 1000)))
          (if (i32.gt_s (local.get $n) (i32.const 0)) (then (drop (call $write (i32.const 0) (local.get $n))) (br $again))))
        (i64.const 0)
        """, imports: Read + Write);

    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task An_empty_body_is_no_buffer(string engine)
    {
        var wat = Guests.Reactor("(if (i32.or (local.get $at) (local.get $length)) (then (unreachable))) (i64.const 0)");
        Assert.Null((await lab.InvokeAsync(engine, wat, new TestInvocation(""))).Fault);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_large_body_is_buffered_for_a_guest_that_cannot_read_chunks(string engine)
    {
        var body = new string('b', 300_000);
        var invocation = new TestInvocation(body);
        Assert.Null((await lab.InvokeAsync(engine, Guests.Echo, invocation)).Fault);
        Assert.Equal(body, await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_large_body_is_left_to_a_guest_that_reads_chunks(string engine)
    {
        var body = new string('b', 300_000);
        var invocation = new TestInvocation(body);
        Assert.Null((await lab.InvokeAsync(engine, Copy, invocation)).Fault);
        Assert.Equal(body, await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_short_body_comes_in_one_buffer_and_then_reads_as_ended(string engine)
    {
        var invocation = new TestInvocation("short");
        Assert.Null((await lab.InvokeAsync(engine, Copy, invocation)).Fault);
        Assert.Equal("short", await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_body_that_arrives_late_is_read_as_it_arrives(string engine)
    {
        var pipe = new Pipe();
        var invocation = new TestInvocation(pipe.Reader, null);
        var running = Task.Run(() => lab.InvokeAsync(engine, Copy, invocation), TestContext.Current.CancellationToken);
        foreach (var part in (string[])["one ", "two ", "three"])
        {
            await pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(part), TestContext.Current.CancellationToken);
            await Task.Yield();
        }

        await pipe.Writer.CompleteAsync();
        Assert.Null((await running).Fault);
        Assert.Equal("one two three", await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_chunked_body_over_the_limit_is_refused_while_it_is_read(string engine)
    {
        var pipe = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        await pipe.Writer.WriteAsync(new byte[2_000], TestContext.Current.CancellationToken);
        var invocation = new TestInvocation(pipe.Reader, null, limits: new InvocationLimits { RequestBytes = 1_000 });
        Assert.Equal(FaultKind.RequestTooLarge, (await lab.InvokeAsync(engine, Copy, invocation)).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_client_that_stopped_reading_ends_the_guest(string engine)
    {
        var response = new Pipe();
        await response.Reader.CompleteAsync();
        var wat = Guests.Reactor("(loop $again (drop (call $write (i32.const 0) (i32.const 65536))) (br $again)) (i64.const 0)", imports: Write);
        Assert.Equal(FaultKind.ClientGone, (await lab.InvokeAsync(engine, wat, new TestInvocation(limits: new InvocationLimits { ResponseBytes = 1L << 40 }) { ResponseWriter = response.Writer })).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_slow_client_holds_the_guest_until_its_deadline(string engine)
    {
        var wat = Guests.Reactor("(loop $again (drop (call $write (i32.const 0) (i32.const 65536))) (br $again)) (i64.const 0)", imports: Write);
        var invocation = new TestInvocation(limits: new InvocationLimits { Timeout = TimeSpan.FromMilliseconds(50), ResponseBytes = 1 << 30 }) { ResponseWriter = new Pipe().Writer };
        Assert.Equal(FaultKind.Deadline, (await lab.InvokeAsync(engine, wat, invocation)).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Chunks_of_a_guest_that_fails_are_dropped(string engine)
    {
        var wat = Guests.Reactor("(drop (call $write (i32.const 0) (i32.const 100))) unreachable", imports: Write);
        var invocation = new TestInvocation();
        Assert.Equal(FaultKind.Trap, (await lab.InvokeAsync(engine, wat, invocation)).Fault?.Kind);
        Assert.Empty(await invocation.ResponseBytesAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_last_buffer_follows_the_chunks(string engine)
    {
        var wat = Guests.Reactor("(drop (call $write (i32.const 16) (i32.const 3))) (i64.const 0x1300000003)",
            imports: Write, more: """(data (i32.const 16) "onetwo")""");
        var invocation = new TestInvocation();
        Assert.Null((await lab.InvokeAsync(engine, wat, invocation)).Fault);
        Assert.Equal("onetwo", await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Status_and_headers_are_set(string engine)
    {
        var wat = Guests.Reactor("""
            (call $status (i32.const 201))
            (if (call $header (i32.const 16) (i32.const 12) (i32.const 32) (i32.const 10)) (then (unreachable)))
            (i64.const 0x2000000004)
            """, imports: Status + Header, more: """(data (i32.const 16) "Content-Type") (data (i32.const 32) "text/plain")""");
        var invocation = new TestInvocation();
        Assert.Null((await lab.InvokeAsync(engine, wat, invocation)).Fault);
        Assert.Equal(201, invocation.Status);
        Assert.Equal([new("Content-Type", "text/plain")], invocation.ResponseHeaders);
        Assert.Equal("text", await invocation.ResponseTextAsync());
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_answer_without_a_type_is_an_octet_stream(string engine)
    {
        var invocation = new TestInvocation("x");
        Assert.Null((await lab.InvokeAsync(engine, Guests.Echo, invocation)).Fault);
        Assert.Equal([new("Content-Type", "application/octet-stream")], invocation.ResponseHeaders);
    }

    [Theory]
    [InlineData("Content-Length", "5")]
    [InlineData("bad name", "x")]
    [InlineData("X-EvalFaaS-Start", "N5")]
    [InlineData("Name", @"split\0d\0ahere")]
    public async Task A_header_that_a_guest_may_not_set_is_refused(string name, string value)
    {
        var length = value.Replace(@"\0d\0a", "..", StringComparison.Ordinal).Length;
        var wat = Guests.Reactor($"(if (i32.ne (call $header (i32.const 16) (i32.const {name.Length}) (i32.const 64) (i32.const {length})) (i32.const -1)) (then (unreachable))) (i64.const 0)",
            imports: Header, more: $"""(data (i32.const 16) "{name}") (data (i32.const 64) "{value}")""");
        var invocation = new TestInvocation();
        Assert.Null((await lab.InvokeAsync("wasmtime", wat, invocation)).Fault);
        Assert.Empty(invocation.ResponseHeaders);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_guest_that_says_it_failed_has_its_code(string engine)
    {
        var fault = (await lab.InvokeAsync(engine, Guests.Reactor("(i64.const 0xffffffff00000007)"), new TestInvocation())).Fault;
        Assert.Equal(FaultKind.GuestFailed, fault?.Kind);
        Assert.Equal(7, fault?.ExitCode);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_response_outside_the_memory_is_a_bad_response(string engine) =>
        Assert.Equal(FaultKind.BadResponse, (await lab.InvokeAsync(engine, Guests.Reactor("(i64.const 0x7fffffff00000010)"), new TestInvocation())).Fault?.Kind);

    [Theory, MemberData(nameof(Engines))]
    public async Task A_request_buffer_outside_the_memory_is_a_bad_response(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0)").Replace("(i32.const 1024))", "(i32.const 0x7ffffff0))");
        Assert.Equal(FaultKind.BadResponse, (await lab.InvokeAsync(engine, wat, new TestInvocation("body"))).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task No_room_for_the_request_is_a_memory_limit(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0)").Replace("(i32.const 1024))", "(i32.const 0))");
        Assert.Equal(FaultKind.MemoryLimit, (await lab.InvokeAsync(engine, wat, new TestInvocation("body"))).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_range_outside_the_memory_given_to_an_import_is_a_trap_of_its_guest(string engine)
    {
        var wat = Guests.Reactor("(drop (call $write (i32.const -16) (i32.const 100))) (i64.const 0)", imports: Write);
        var fault = (await lab.InvokeAsync(engine, wat, new TestInvocation())).Fault;
        Assert.Equal(FaultKind.Trap, fault?.Kind);
        Assert.Equal(TrapNames.MemoryOutOfBounds, fault?.Trap);
    }
}
