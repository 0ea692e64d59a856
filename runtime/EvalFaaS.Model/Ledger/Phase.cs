namespace EvalFaaS.Model;

/// <summary>Where an invocation's time goes, under the same names on every platform.</summary>
public enum Phase
{
    /// <summary>From the request's first byte read to the revision found.</summary>
    Route,

    /// <summary>Identify and authorise.</summary>
    Auth,

    /// <summary>Wait for admission.</summary>
    Queue,

    /// <summary>Hand on to a peer.</summary>
    Forward,

    /// <summary>Bring the module's bytes here.</summary>
    Fetch,

    /// <summary>Check digest and signature.</summary>
    Verify,

    /// <summary>Compile to machine code.</summary>
    Compile,

    /// <summary>Map machine code into memory.</summary>
    Load,

    /// <summary>Make an instance: memory, tables, globals, imports.</summary>
    Instantiate,

    /// <summary>The guest's own initialisation (<c>_initialize</c>).</summary>
    Init,

    /// <summary>The guest's work for this request, host calls included.</summary>
    Execute,

    /// <summary>From the guest's end to the response handed to the transport.</summary>
    Respond,

    /// <summary>Clean-up after the response; recorded off the total.</summary>
    Cleanup,

    /// <summary>Host calls inside <see cref="Execute"/>; recorded inside it, off the total.</summary>
    Host,
}
