namespace EvalFaaS.Engines.Worker;

/// <summary>Constants of the protocol between a program and its worker processes (docs/worker-protocol.md).</summary>
internal static class WorkerProtocol
{
    /// <summary>"EVFW" in the first frame, so that anything else is told apart from another version.</summary>
    public const uint Magic = 0x5746_5645;

    /// <summary>Both sides must speak the same one.</summary>
    public const ushort Version = 2;

    /// <summary>Length (u32), kind (u8), three zeros.</summary>
    public const int HeaderBytes = 8;

    /// <summary>The largest payload of a frame; what is larger is cut into several or refused.</summary>
    public const int MaximumPayload = 16 << 20;

    /// <summary>The longest part of a body in one frame.</summary>
    public const int ChunkBytes = 128 << 10;

    /// <summary>The longest body that travels with its request.</summary>
    public const int InlineBytes = 64 << 10;

    /// <summary>A cancellation on the control socket: sequence (i64), reason (u8; 0: nobody reads the response), seven zeros.</summary>
    public const int CancelBytes = 16;
}
