namespace EvalFaaS.Policies;

/// <summary>What becomes of a request.</summary>
public enum AdmissionVerdict : byte
{
    /// <summary>It runs now.</summary>
    Run,

    /// <summary>It waits its turn.</summary>
    Wait,

    /// <summary>It is refused; the client may try again later.</summary>
    Refuse,
}
