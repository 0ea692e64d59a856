using System.Runtime.InteropServices;
using System.Text;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Processes.Interop;

namespace EvalFaaS.Harness.Processes;

/// <summary>What a spawned command did.</summary>
/// <param name="StartedNs">Just before it was spawned, ns on the run's clock.</param>
/// <param name="SpawnedNs">When it was spawned: it had a process, and its program was mapped there.</param>
/// <param name="FirstByteNs">When the first byte of its stdout was here; 0 when it wrote none.</param>
/// <param name="EndedNs">When its stdout ended.</param>
/// <param name="ExitedNs">When the process itself had ended.</param>
/// <param name="ExitCode">Its exit code; 128 and the signal where one ended it.</param>
/// <param name="Output">Its stdout.</param>
public sealed record SpawnResult(long StartedNs, long SpawnedNs, long FirstByteNs, long EndedNs, long ExitedNs, int ExitCode, byte[] Output);

/// <summary>A program with arguments and environment that is spawned again and again: everything that can be prepared is prepared once.</summary>
public sealed unsafe class SpawnedCommand : IDisposable
{
    private readonly byte** _arguments;
    private readonly byte** _environment;
    private readonly List<nint> _allocations = [];

    /// <summary>Prepares it.</summary>
    /// <param name="command">Full path of the program, and its arguments.</param>
    /// <param name="environment">Its whole environment.</param>
    public SpawnedCommand(IReadOnlyList<string> command, IEnumerable<KeyValuePair<string, string>> environment)
    {
        _arguments = Strings(command);
        _environment = Strings([.. environment.Select(v => $"{v.Key}={v.Value}")]);
    }

    /// <summary>Spawns it on the calling thread (whose cores and mount namespace it inherits), feeds its stdin, reads its stdout to the end and waits for it.</summary>
    /// <param name="input">Its stdin.</param>
    /// <param name="clock">The run's clock.</param>
    /// <param name="detached">Whether what it starts goes on after it and keeps its stdout, which is then not read.</param>
    /// <exception cref="InvalidOperationException">It could not be spawned.</exception>
    public SpawnResult Run(ReadOnlySpan<byte> input, MonotonicClock clock, bool detached = false)
    {
        var stdin = stackalloc int[2];
        var stdout = stackalloc int[2];
        if (Spawn.Pipe(stdin, Spawn.CloseOnExec) != 0 || Spawn.Pipe(stdout, Spawn.CloseOnExec) != 0)
            throw new InvalidOperationException($"No pipe for a process (errno {Marshal.GetLastPInvokeError()}).");
        var actions = stackalloc byte[Spawn.FileActionsSize];
        Spawn.InitActions(actions);
        Spawn.AddDuplicate(actions, stdin[0], 0);
        fixed (byte* nowhere = "/dev/null\0"u8)
        {
            if (detached) Spawn.AddOpen(actions, 1, nowhere, Spawn.ReadWrite, 0);
            else Spawn.AddDuplicate(actions, stdout[1], 1);
            Spawn.AddOpen(actions, 2, nowhere, Spawn.ReadWrite, 0);
        }

        var started = clock.NowNs;
        var error = Spawn.Start(out var process, _arguments[0], actions, null, _arguments, _environment);
        var spawned = clock.NowNs;
        Spawn.DestroyActions(actions);
        Spawn.Close(stdin[0]);
        Spawn.Close(stdout[1]);
        try
        {
            if (error != 0) throw new InvalidOperationException($"'{Marshal.PtrToStringUTF8((nint)_arguments[0])}' could not be started (errno {error}).");
            Feed(stdin[1], input);
        }
        finally
        {
            Spawn.Close(stdin[1]);
        }

        var output = ReadAll(stdout[0], clock, out var firstByte);
        var ended = clock.NowNs;
        Spawn.Close(stdout[0]);
        Spawn.Wait(process, out var status, 0);
        return new SpawnResult(started, spawned, firstByte, ended, clock.NowNs, (status & 0x7F) == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F), output);
    }

    private static void Feed(int descriptor, ReadOnlySpan<byte> input)
    {
        fixed (byte* data = input)
            for (nint done = 0; done < input.Length;)
            {
                var written = Spawn.Write(descriptor, data + done, (nuint)(input.Length - done));
                if (written < 0) return; // It does not read its input: its own affair.
                done += written;
            }
    }

    private static byte[] ReadAll(int descriptor, MonotonicClock clock, out long firstByte)
    {
        firstByte = 0;
        var output = new MemoryStream();
        var buffer = stackalloc byte[16 << 10];
        while (Spawn.Read(descriptor, buffer, 16 << 10) is > 0 and var length)
        {
            if (firstByte == 0) firstByte = clock.NowNs;
            output.Write(new ReadOnlySpan<byte>(buffer, (int)length));
        }

        return output.ToArray();
    }

    private byte** Strings(IReadOnlyList<string> texts)
    {
        var list = (byte**)NativeMemory.AllocZeroed((nuint)texts.Count + 1, (nuint)sizeof(byte*));
        _allocations.Add((nint)list);
        for (var i = 0; i < texts.Count; i++)
        {
            var bytes = Encoding.UTF8.GetBytes(texts[i] + '\0');
            list[i] = (byte*)NativeMemory.Alloc((nuint)bytes.Length);
            bytes.CopyTo(new Span<byte>(list[i], bytes.Length));
            _allocations.Add((nint)list[i]);
        }

        return list;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var allocation in _allocations) NativeMemory.Free((void*)allocation);
        _allocations.Clear();
    }
}
