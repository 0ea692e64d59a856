using EvalFaaS.Model;
using static Microsoft.AspNetCore.Http.StatusCodes;

namespace EvalFaaS.Node.Problems;

/// <summary>What each kind of fault is in HTTP.</summary>
internal static class FaultStatus
{
    /// <summary>Nobody reads it: the client went away. nginx's number, for logs and metrics.</summary>
    private const int ClientClosedRequest = 499;

    /// <summary>Of a fault of an invocation: what the function or its module did wrong is a bad gateway, since the client did nothing wrong.</summary>
    public static int OfInvocation(FaultKind kind) => kind switch
    {
        FaultKind.InvalidRequest => Status400BadRequest,
        FaultKind.FunctionUnknown => Status404NotFound,
        FaultKind.RequestTooLarge => Status413PayloadTooLarge,
        FaultKind.ClientSlow => Status408RequestTimeout,
        FaultKind.ClientGone => ClientClosedRequest,
        FaultKind.QueueFull => Status429TooManyRequests,
        FaultKind.Deadline or FaultKind.Budget => Status504GatewayTimeout,
        FaultKind.MemoryLimit or FaultKind.TableLimit or FaultKind.StorageFailed => Status507InsufficientStorage,
        FaultKind.Draining or FaultKind.Killed or FaultKind.NoCapacity or FaultKind.EngineUnavailable => Status503ServiceUnavailable,
        FaultKind.Internal => Status500InternalServerError,
        FaultKind.ModuleMalformed or FaultKind.ModuleUnsupported or FaultKind.ImportMissing or FaultKind.ContractMismatch
            or FaultKind.ModuleUnavailable or FaultKind.DigestMismatch
            or FaultKind.Trap or FaultKind.StackOverflow or FaultKind.ResponseTooLarge or FaultKind.BadResponse or FaultKind.GuestFailed
            or FaultKind.WorkerLost => Status502BadGateway,
        _ => Status500InternalServerError,
    };

    /// <summary>Of a fault of a deployment: what is wrong with the module is the client's to mend.</summary>
    public static int OfDeployment(FaultKind kind) => kind switch
    {
        FaultKind.ModuleMalformed or FaultKind.ModuleUnsupported or FaultKind.ImportMissing or FaultKind.ContractMismatch
            or FaultKind.DigestMismatch or FaultKind.EngineUnavailable => Status422UnprocessableEntity,
        _ => OfInvocation(kind),
    };

    /// <summary>A short sentence that is the same for all faults of the kind.</summary>
    public static string Title(FaultKind kind) => kind switch
    {
        FaultKind.InvalidRequest => "The request is invalid",
        FaultKind.FunctionUnknown => "No such function",
        FaultKind.ModuleMalformed => "The bytes are no valid module",
        FaultKind.ModuleUnsupported => "The module is not supported",
        FaultKind.ImportMissing => "The module imports what nobody grants",
        FaultKind.ContractMismatch => "The module does not fit its contract",
        FaultKind.ModuleUnavailable => "The module could not be had",
        FaultKind.DigestMismatch => "The module is not the one asked for",
        FaultKind.StorageFailed => "The node could not write to its disk",
        FaultKind.Trap => "The function trapped",
        FaultKind.StackOverflow => "The function used up its stack",
        FaultKind.MemoryLimit => "The function used up its memory",
        FaultKind.TableLimit => "The function used up its tables",
        FaultKind.ResponseTooLarge => "The response is too large",
        FaultKind.RequestTooLarge => "The request is too large",
        FaultKind.BadResponse => "The function's answer is invalid",
        FaultKind.GuestFailed => "The function failed",
        FaultKind.Deadline => "The function took too long",
        FaultKind.Budget => "The function used up its instructions",
        FaultKind.ClientGone => "The client went away",
        FaultKind.ClientSlow => "The client was too slow",
        FaultKind.Draining => "The node is shutting down",
        FaultKind.Killed => "The invocation was ended by an operator",
        FaultKind.QueueFull => "Too many requests wait already",
        FaultKind.NoCapacity => "The node has no room left",
        FaultKind.WorkerLost => "The worker process was lost",
        FaultKind.EngineUnavailable => "The engine is not available",
        _ => "EvalFaaS itself failed",
    };
}
