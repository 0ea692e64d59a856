namespace EvalFaaS.Execution;

/// <summary>How a stored file was found.</summary>
internal enum FileState
{
    /// <summary>Not there.</summary>
    Missing,

    /// <summary>Its bytes are not those that were written.</summary>
    Damaged,

    /// <summary>Sound, but not all of it lay in the page cache.</summary>
    ColdPages,

    /// <summary>Sound, and all of it lay in the page cache.</summary>
    WarmPages,
}
