using System.ComponentModel;
using System.Runtime.InteropServices;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Starts worker processes and greets them.</summary>
/// <param name="engine">The engine's name, for errors.</param>
/// <param name="inner">The engine that runs in the worker.</param>
/// <param name="options">How it is set.</param>
/// <param name="program">The worker program; null for the one beside this program.</param>
internal sealed class WorkerStarter(string engine, string inner, EngineOptions options, string? program = null)
{
    public const string SocketsOption = "--sockets";
    public const string Sockets = "3,4";

    // A worker greets within a second; a machine short of memory may take longer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    // Nothing else of the environment is for a process that runs guests.
    private static readonly string[] PassedOn = ["PATH", "HOME", "TMPDIR", "LANG", "LD_LIBRARY_PATH"];

    /// <summary>Where the program lies that is copied beside everything that references this project.</summary>
    public static string DefaultProgram { get; } = Path.Combine(AppContext.BaseDirectory, "EvalFaaS.Engines.Worker");

    /// <summary>The program that is started.</summary>
    public string Program { get; } = program ?? DefaultProgram;

    /// <summary>Starts one and waits for its greeting.</summary>
    /// <exception cref="FaultException">It does not start, does not greet, or cannot have its engine.</exception>
    public WorkerProcess Start()
    {
        var data = SocketPairs.Create();
        var control = SocketPairs.Create();
        ChildProcess? child = null;
        var channel = new DataChannel(data.Near);
        try
        {
            using (data.Far)
            using (control.Far) child = ChildProcess.Start(Program, [SocketsOption, Sockets], Environment(), data.Far, control.Far);
            var description = Greet(channel);
            return new WorkerProcess(engine, child, channel, control.Near, description);
        }
        catch (Exception e)
        {
            channel.Dispose();
            control.Near.Dispose();
            child?.Kill();
            var how = child?.Reap();
            if (e is FaultException) throw;
            if (e is Win32Exception or ProtocolException) throw WorkerFaults.NotStarted(engine, e.Message, e);
            if (e is ChannelClosedException) throw WorkerFaults.NotStarted(engine, $"'{Program}' ended before it greeted ({how}).", e);
            throw;
        }
    }

    private EngineDescription Greet(DataChannel channel)
    {
        new Hello(WorkerProtocol.Version, inner, options).Write(channel.Writer);
        channel.Flush();
        channel.SetPatience(Patience);
        switch (channel.Read(out var kind, out var payload))
        {
            case ReadStatus.Closed: throw new ChannelClosedException();
            case ReadStatus.TimedOut: throw WorkerFaults.NotStarted(engine, $"'{Program}' did not greet within {Patience.TotalSeconds} s.");
        }

        if (kind != FrameKind.Welcome) throw new ProtocolException($"The first frame is of kind {kind}.");
        var welcome = Welcome.Read(payload);
        if (welcome.Version != WorkerProtocol.Version) throw WorkerFaults.OtherVersion(engine, Program, welcome.Version);
        if (welcome.Fault is { } fault) throw new FaultException(fault with { Component = $"engine/{engine}" });
        return welcome.Description ?? throw new ProtocolException("The greeting has neither a description nor a fault.");
    }

    private static List<string> Environment()
    {
        // Without diagnostics there is no socket in the temporary directory that a killed worker would leave behind, and the start is quicker.
        var environment = new List<string> { "DOTNET_EnableDiagnostics=0", $"DOTNET_ROOT={RuntimeRoot()}" };
        foreach (var name in PassedOn)
            if (System.Environment.GetEnvironmentVariable(name) is { } value) environment.Add($"{name}={value}");
        return environment;
    }

    // .../shared/Microsoft.NETCore.App/10.0.1/ lies three folders below the root.
    private static string RuntimeRoot() => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
}
