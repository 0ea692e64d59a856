using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class BadModuleTests(EngineLab lab)
{
    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_function_body_that_does_not_validate_is_malformed(string engine) =>
        Assert.Equal(FaultKind.ModuleMalformed, await LoadFaultAsync(engine, Wat.Bytes(Guests.Reactor("(i32.const 1)"))));

    [Theory, MemberData(nameof(Engines))]
    public async Task A_call_of_a_function_that_is_not_there_is_malformed(string engine) =>
        Assert.Equal(FaultKind.ModuleMalformed, await LoadFaultAsync(engine, Wat.Bytes(Guests.Reactor("(call 77) (i64.const 0)"))));

    [Theory, MemberData(nameof(Engines))]
    public async Task A_module_cut_off_anywhere_is_malformed(string engine)
    {
        var whole = Wat.Bytes(Guests.Echo);
        for (var length = 1; length < whole.Length; length += 13)
        {
            // Cut between two sections a module is whole, but lacks what its contract asks for.
            var kind = await LoadFaultAsync(engine, whole[..length]);
            Assert.True(kind is FaultKind.ModuleMalformed or FaultKind.ContractMismatch, $"cut to {length} bytes: {kind}");
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_engine_lives_on_after_bad_modules(string engine)
    {
        await LoadFaultAsync(engine, Wat.Bytes(Guests.Reactor("(i32.const 1)")));
        var invocation = new TestInvocation("fine");
        Assert.Null((await lab.InvokeAsync(engine, Guests.Echo, invocation)).Fault);
        Assert.Equal("fine", await invocation.ResponseTextAsync());
    }

    private async Task<FaultKind?> LoadFaultAsync(string engine, byte[] bytes)
    {
        try
        {
            using var module = await lab.LoadAsync(lab.Engine(engine), lab.File(bytes));
            return null;
        }
        catch (FaultException e)
        {
            return e.Fault.Kind;
        }
    }
}
