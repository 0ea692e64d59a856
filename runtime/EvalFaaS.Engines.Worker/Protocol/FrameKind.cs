namespace EvalFaaS.Engines.Worker;

/// <summary>What a frame on the data socket says. The numbers are the protocol's and never change their meaning within a version.</summary>
internal enum FrameKind : byte
{
    /// <summary>Parent, first: version, engine, options.</summary>
    Hello = 1,

    /// <summary>Worker, first: version and the engine's description, or why not.</summary>
    Welcome = 2,

    /// <summary>Parent: a module under a key. Not answered.</summary>
    Module = 3,

    /// <summary>Parent: load a module now. Answered by <see cref="Done"/>.</summary>
    Load = 4,

    /// <summary>Parent: load a module when there is nothing else to do. Not answered.</summary>
    Prefetch = 5,

    /// <summary>Parent: a module is not used any more. Not answered.</summary>
    Unload = 6,

    /// <summary>Parent: compile a module into a file. Answered by <see cref="Done"/>.</summary>
    Compile = 7,

    /// <summary>Parent: surroundings and limits under an identity. Not answered.</summary>
    Environment = 8,

    /// <summary>Parent: surroundings are not used any more. Not answered.</summary>
    Forget = 9,

    /// <summary>Parent: an instance kept for another invocation is not used any more. Not answered.</summary>
    Drop = 10,

    /// <summary>Parent: run an invocation. Answered by <see cref="Outcome"/>, with the frames below in between.</summary>
    Invoke = 11,

    /// <summary>Worker: send more of the request's body. Answered by <see cref="Body"/> sooner or later.</summary>
    Pull = 12,

    /// <summary>Parent: a part of the request's body.</summary>
    Body = 13,

    /// <summary>Worker: the response's status and headers, before its first byte.</summary>
    Head = 14,

    /// <summary>Worker: a part of the response's body.</summary>
    Chunk = 15,

    /// <summary>Worker: what the guest logs.</summary>
    Log = 16,

    /// <summary>Worker, last of an invocation: how it ended and where the time went.</summary>
    Outcome = 17,

    /// <summary>Worker: what was asked for is done, well or with a fault.</summary>
    Done = 18,

    /// <summary>Parent: nothing new; answered by <see cref="Done"/> when everything before it is done.</summary>
    Settle = 19,
}
