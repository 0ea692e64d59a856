using EvalFaaS.Harness.Functions;

namespace EvalFaaS.Harness.Running;

/// <summary>What a function of a suite is asked.</summary>
/// <param name="Request">The request.</param>
/// <param name="Expected">The right answer's body; null for a request that it is not to survive.</param>
/// <param name="Description">In a few words.</param>
internal sealed record FunctionInput(CaseRequest Request, ReadOnlyMemory<byte>? Expected, string Description)
{
    /// <summary>A case or a fault by its name, or the default case.</summary>
    public static FunctionInput Of(LibraryFunction function, string? name)
    {
        if (name is not null && function.IsFault(name)) return Of(function.Fault(name));
        var @case = name is null ? function.DefaultCase : function.Case(name);
        return new(@case.Request, (ReadOnlyMemory<byte>?)@case.Response.Body.ToBytes(), @case.Description ?? @case.Name);
    }

    private static FunctionInput Of(FunctionFault fault) => new(fault.Request, null, fault.Description);
}
