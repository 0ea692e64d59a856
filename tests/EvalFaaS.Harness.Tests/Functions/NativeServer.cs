using System.Diagnostics;
using System.Net.Sockets;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>A native program that serves on a Unix socket or a port, ended with the test.</summary>
internal sealed class NativeServer : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string? _folder;

    private NativeServer(Process process, string address, string? folder) => (_process, Address, _folder) = (process, address, folder);

    /// <summary>Where it listens, as it says itself.</summary>
    public string Address { get; }

    /// <summary>Starts a server on a socket of its own and waits until it listens.</summary>
    public static Task<NativeServer> StartAsync(string program, params string[] more)
    {
        var folder = Directory.CreateTempSubdirectory("evalfaas-native-").FullName;
        return StartAsync(program, $"unix:{folder}/socket", folder, more);
    }

    /// <summary>Starts a server at an address.</summary>
    public static Task<NativeServer> StartAtAsync(string program, string address) => StartAsync(program, address, null, []);

    private static async Task<NativeServer> StartAsync(string program, string address, string? folder, string[] more)
    {
        var process = Process.Start(new ProcessStartInfo(program, ["--serve", address, .. more]) { RedirectStandardOutput = true })!;
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("listening on ", line, StringComparison.Ordinal);
        return new NativeServer(process, line!["listening on ".Length..], folder);
    }

    /// <summary>A new connection.</summary>
    public async Task<NetworkStream> ConnectAsync()
    {
        var local = Address.StartsWith("unix:", StringComparison.Ordinal);
        var socket = local ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(local ? new UnixDomainSocketEndPoint(Address["unix:".Length..]) : System.Net.IPEndPoint.Parse(Address), TestContext.Current.CancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }

    /// <summary>A client whose connections all go here.</summary>
    public HttpClient Client() => new(new SocketsHttpHandler { ConnectCallback = async (_, _) => await ConnectAsync() }) { BaseAddress = new Uri("http://function.test") };

    /// <summary>Asks it to end and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        if (_folder is not null) Directory.Delete(_folder, recursive: true);
    }
}
