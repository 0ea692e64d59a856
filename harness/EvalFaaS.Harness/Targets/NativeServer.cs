using System.Net;
using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets;

/// <summary>A function's native executable as a long-running HTTP server.</summary>
internal sealed class NativeServer : IAsyncDisposable
{
    private NativeServer(ServerProcess process, IPEndPoint address)
    {
        Process = process;
        Address = address;
    }

    public ServerProcess Process { get; }

    public IPEndPoint Address { get; }

    public static Task<NativeServer> StartAsync(string program, MeasuringMachine machine, CancellationToken cancellation) =>
        StartAsync(program, FreePort.Find(), null, machine, cancellation);

    /// <summary>At an address of the caller's, with a limit of its own memory besides the machine's.</summary>
    public static async Task<NativeServer> StartAsync(string program, IPEndPoint address, long? memoryBytes, MeasuringMachine machine, CancellationToken cancellation)
    {
        var process = ServerProcess.Start([program, "--serve", address.ToString()], machine.Cores.Targets, machine.Memory, addressSpaceBytes: memoryBytes);
        try
        {
            await process.WaitUntilListeningAsync(address, TimeSpan.FromSeconds(10), machine.Time, cancellation);
            return new NativeServer(process, address);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();
}
