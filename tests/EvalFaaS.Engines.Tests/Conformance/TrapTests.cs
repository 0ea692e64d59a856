using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class TrapTests(EngineLab lab)
{
    private static readonly (string Trap, string Handler)[] Handlers =
    [
        (TrapNames.Unreachable, "unreachable"),
        (TrapNames.MemoryOutOfBounds, "(i64.load (i32.const 0x7ffffff0))"),
        (TrapNames.MemoryOutOfBounds, "(i64.load (i32.const -4))"),
        (TrapNames.MemoryOutOfBounds, "(memory.fill (i32.const 131000) (i32.const 0) (i32.const 1000)) (i64.const 0)"),
        (TrapNames.IntegerDivideByZero, "(i64.div_s (i64.const 1) (i64.extend_i32_u (i32.sub (local.get $at) (local.get $at))))"),
        (TrapNames.IntegerOverflow, "(i64.extend_i32_s (i32.div_s (i32.const 0x80000000) (i32.const -1)))"),
        (TrapNames.InvalidConversion, "(i64.trunc_f64_s (f64.const nan))"),
        (TrapNames.UninitializedElement, "(call_indirect $t (type $v) (i32.const 0)) (i64.const 0)"),
        (TrapNames.SignatureMismatch, "(call_indirect $t (type $v) (i32.const 1)) (i64.const 0)"),
    ];

    public static TheoryData<string> Engines => EngineLab.Names;

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string, string>();
            foreach (var engine in EngineLab.Names)
                foreach (var (trap, handler) in Handlers) data.Add(engine.Data, trap, handler);
            return data;
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public async Task A_trap_has_its_name(string engine, string trap, string handler)
    {
        var wat = Guests.Reactor(handler, more: "(type $v (func)) (table $t 4 funcref) (elem (i32.const 1) func $handle)");
        var fault = (await lab.InvokeAsync(engine, wat, new TestInvocation())).Fault;
        Assert.Equal(FaultKind.Trap, fault?.Kind);
        Assert.Equal(trap, fault?.Trap);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Endless_recursion_is_a_stack_overflow(string engine)
    {
        Assert.SkipUnless(lab.Engine(engine).Description.Capabilities.BoundedRecursion, $"{engine} does not bound recursion");
        var wat = Guests.Reactor("(i64.add (call $handle (local.get $at) (local.get $length)) (i64.const 1))");
        Assert.Equal(FaultKind.StackOverflow, (await lab.InvokeAsync(engine, wat, new TestInvocation())).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_trap_in_initialisation_is_the_request_s_fault(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0)", more: """(func (export "_initialize") unreachable)""");
        Assert.Equal(FaultKind.Trap, (await lab.InvokeAsync(engine, wat, new TestInvocation())).Fault?.Kind);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_trap_in_the_start_function_is_thrown_by_instantiation_or_its_request(string engine)
    {
        var wat = Guests.Reactor("(i64.const 0)", more: "(func $start unreachable) (start $start)");
        FaultKind? kind;
        try
        {
            kind = (await lab.InvokeAsync(engine, wat, new TestInvocation())).Fault?.Kind;
        }
        catch (FaultException e)
        {
            kind = e.Fault.Kind;
        }

        Assert.Equal(FaultKind.Trap, kind);
    }
}
