namespace EvalFaaS.Harness.Load;

/// <summary>One request as the client saw it. Times are ns on the run's clock.</summary>
public struct LoadSample
{
    /// <summary>When it was meant to start; in a closed loop when it did.</summary>
    public long IntendedNs;

    /// <summary>When its first byte was handed to the kernel.</summary>
    public long IssuedNs;

    /// <summary>When the first byte of the answer was here; 0 when none came.</summary>
    public long FirstByteNs;

    /// <summary>When the last byte of the answer was here, or the failure was known.</summary>
    public long LastByteNs;

    /// <summary>How it ended.</summary>
    public LoadOutcome Outcome;

    /// <summary>HTTP status, 0 when none came.</summary>
    public short Status;

    /// <summary>Which request of the plan it was, from 0.</summary>
    public short Request;

    /// <summary>Whether it waited for a free connection, and so for the target, while the generator had little to do: the wait is then not the generator's.</summary>
    public bool WaitedForConnection;

    /// <summary>What the answer's headers tell of the platform's own view.</summary>
    public AnswerHeaders Headers;

    /// <summary>How far behind its schedule the generator itself was, ns; 0 where the request waited for a connection.</summary>
    public readonly long ScheduleErrorNs => WaitedForConnection ? 0 : IssuedNs - IntendedNs;
}

/// <summary>How a request ended. Failures are counted, never dropped.</summary>
public enum LoadOutcome : byte
{
    /// <summary>The expected status (2xx where none is given), and the expected body where one is given.</summary>
    Ok,

    /// <summary>Another status.</summary>
    BadStatus,

    /// <summary>The right status with another body than the expected one.</summary>
    WrongAnswer,

    /// <summary>The connection could not be made or broke.</summary>
    ConnectionLost,

    /// <summary>No whole answer in time.</summary>
    Timeout,

    /// <summary>What came is no HTTP/1.1.</summary>
    BadProtocol,

    /// <summary>The load was ended while it was under way.</summary>
    Cut,
}
