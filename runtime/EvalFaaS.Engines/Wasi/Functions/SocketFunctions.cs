namespace EvalFaaS.Engines;

/// <summary>Sockets. None is ever granted, so whatever is open is none.</summary>
internal static class SocketFunctions
{
    public static HostFunction[] All { get; } =
    [
        WasiFunction.Of("sock_accept", "iii", static (in HostCall call) => NotASocket(call)),
        WasiFunction.Of("sock_recv", "iiiiii", static (in HostCall call) => NotASocket(call)),
        WasiFunction.Of("sock_send", "iiiii", static (in HostCall call) => NotASocket(call)),
        WasiFunction.Of("sock_shutdown", "ii", static (in HostCall call) => NotASocket(call)),
    ];

    private static Errno NotASocket(in HostCall call) =>
        call.State.Wasi.Descriptors[call.UInt32(0)] is null ? Errno.BadF : Errno.NotSock;
}
