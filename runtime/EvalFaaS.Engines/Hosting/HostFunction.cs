namespace EvalFaaS.Engines;

/// <summary>What the guest does after a host function.</summary>
public enum HostResult
{
    /// <summary>Goes on.</summary>
    Continue,

    /// <summary>Is unwound: it exited or failed, as <see cref="GuestState"/> says.</summary>
    Unwind,
}

/// <summary>The host's side of an import. Must not throw for what a guest does; what it throws becomes the fault <see cref="Model.FaultKind.Internal"/>.</summary>
public delegate HostResult HostFunctionBody(in HostCall call);

/// <summary>A function that the host offers to guests.</summary>
/// <param name="Module">The import's module name.</param>
/// <param name="Name">The import's name.</param>
/// <param name="Type">Parameters and results.</param>
/// <param name="Body">What it does.</param>
public sealed record HostFunction(string Module, string Name, FunctionType Type, HostFunctionBody Body);
