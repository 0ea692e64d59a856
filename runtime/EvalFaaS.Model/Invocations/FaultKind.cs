namespace EvalFaaS.Model;

/// <summary>What went wrong with an invocation or a deployment: a closed set, so that every place that maps it can be complete.</summary>
public enum FaultKind
{
    /// <summary>What was asked for is not valid; the message says which part, and how to mend it.</summary>
    InvalidRequest,

    /// <summary>No function of this name.</summary>
    FunctionUnknown,

    /// <summary>The bytes are no valid WebAssembly module.</summary>
    ModuleMalformed,

    /// <summary>The module is valid but needs a proposal, a size or a kind that the engine does not offer.</summary>
    ModuleUnsupported,

    /// <summary>The module imports something that nobody grants.</summary>
    ImportMissing,

    /// <summary>The module does not export what its contract asks for.</summary>
    ContractMismatch,

    /// <summary>The module could not be had from its source.</summary>
    ModuleUnavailable,

    /// <summary>The bytes had are not the bytes asked for.</summary>
    DigestMismatch,

    /// <summary>The disk is full or cannot be written.</summary>
    StorageFailed,

    /// <summary>The guest trapped.</summary>
    Trap,

    /// <summary>The guest used up its stack.</summary>
    StackOverflow,

    /// <summary>The guest asked for more memory than its limit and could not go on.</summary>
    MemoryLimit,

    /// <summary>The guest asked for more table elements than its limit and could not go on.</summary>
    TableLimit,

    /// <summary>The response is larger than its limit.</summary>
    ResponseTooLarge,

    /// <summary>The request body is larger than its limit.</summary>
    RequestTooLarge,

    /// <summary>The guest's answer breaks its contract.</summary>
    BadResponse,

    /// <summary>The guest ended by itself with a non-zero exit code, or said that it failed.</summary>
    GuestFailed,

    /// <summary>The time limit passed.</summary>
    Deadline,

    /// <summary>The instruction budget was used up.</summary>
    Budget,

    /// <summary>The client went away.</summary>
    ClientGone,

    /// <summary>The client sent its request more slowly than the node waits.</summary>
    ClientSlow,

    /// <summary>The node drains.</summary>
    Draining,

    /// <summary>An operator ended the invocation.</summary>
    Killed,

    /// <summary>Too many wait already.</summary>
    QueueFull,

    /// <summary>No room for another instance came free in time.</summary>
    NoCapacity,

    /// <summary>The worker process that ran it died.</summary>
    WorkerLost,

    /// <summary>The engine is not available on this machine.</summary>
    EngineUnavailable,

    /// <summary>A fault of EvalFaaS itself.</summary>
    Internal,
}
