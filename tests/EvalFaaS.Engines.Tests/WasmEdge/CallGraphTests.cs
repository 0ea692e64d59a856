using EvalFaaS.Engines.WasmEdge;

namespace EvalFaaS.Engines.Tests.WasmEdge;

public sealed class CallGraphTests
{
    private static readonly FunctionType Nothing = new([], []);
    private static readonly FunctionType Number = new([ValueKind.I32], []);

    [Fact]
    public void Recursion_from_one_place_is_linear()
    {
        var calls = new CallGraph(2);
        calls.Direct(0, 1);
        calls.Direct(1, 0);

        Assert.Equal([Recursion.Linear, Recursion.Linear], calls.Recursions([Nothing, Nothing]));
    }

    [Fact]
    public void Recursion_from_two_places_is_branching()
    {
        var calls = new CallGraph(1);
        calls.Direct(0, 0);
        calls.Direct(0, 0);

        Assert.Equal([Recursion.Branching], calls.Recursions([Nothing]));
    }

    [Fact]
    public void An_indirect_call_may_reach_a_function_of_its_type_whose_reference_is_taken()
    {
        var calls = new CallGraph(1);
        calls.Indirect(0, Nothing);
        calls.Taken(0);

        Assert.Equal([Recursion.Linear], calls.Recursions([Nothing]));
    }

    [Fact]
    public void An_indirect_call_of_another_type_is_no_recursion()
    {
        var calls = new CallGraph(1);
        calls.Indirect(0, Number);
        calls.Taken(0);

        Assert.Equal([Recursion.None], calls.Recursions([Nothing]));
    }
}
