using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace EvalFaaS.Engines.Worker;

/// <summary>A child process started with two sockets as descriptors 3 and 4 and nothing else of ours. Reaped by whoever disposes it.</summary>
/// <remarks>
/// <c>posix_spawn</c> rather than <see cref="System.Diagnostics.Process"/>, which cannot hand over descriptors without a moment in which
/// another child could inherit them too; a worker whose socket is held by a stranger would outlive us.
/// A process group of its own keeps a terminal's Ctrl-C, which asks us to drain, from the workers.
/// </remarks>
internal sealed unsafe class ChildProcess : IDisposable
{
    public const int DataDescriptor = 3, ControlDescriptor = 4;

    // glibc's types take 80 and 336 bytes, musl's fewer.
    private const int OpaqueBytes = 1024;
    private const int ReadWrite = 2;
    private readonly Lock _lock = new();
    private bool _reaped;
    private int _status;

    private ChildProcess(int id) => Id = id;

    public int Id { get; }

    public static ChildProcess Start(string path, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, FileHandle data, FileHandle control)
    {
        var actions = NativeMemory.AllocZeroed(OpaqueBytes);
        var attributes = NativeMemory.AllocZeroed(OpaqueBytes);
        Libc.ActionsInit(actions);
        Libc.AttributesInit(attributes);
        try
        {
            // Its stderr stays ours: what a dying runtime says belongs to whoever looks at our log.
            Libc.ActionsOpen(actions, 0, "/dev/null", 0, 0);
            Libc.ActionsOpen(actions, 1, "/dev/null", ReadWrite, 0);
            Libc.ActionsDuplicate(actions, data.Descriptor, DataDescriptor);
            Libc.ActionsDuplicate(actions, control.Descriptor, ControlDescriptor);
            CloseOthers(actions);
            Libc.AttributesFlags(attributes, Libc.SpawnSetProcessGroup);
            Libc.AttributesProcessGroup(attributes, 0);
            int process;
            fixed (byte* file = Encoding.UTF8.GetBytes(path + '\0'))
            {
                using var argv = new StringVector([path, .. arguments]);
                using var envp = new StringVector(environment);
                var error = Libc.Spawn(&process, file, actions, attributes, argv.Pointer, envp.Pointer);
                if (error != 0) throw new Win32Exception(error, $"'{path}' cannot be started: {Marshal.GetPInvokeErrorMessage(error)}");
            }

            return new ChildProcess(process);
        }
        finally
        {
            Libc.ActionsDestroy(actions);
            Libc.AttributesDestroy(attributes);
            NativeMemory.Free(actions);
            NativeMemory.Free(attributes);
        }
    }

    /// <summary>Ends it at once.</summary>
    public void Kill()
    {
        lock (_lock)
        {
            // Once reaped, the number may be another process's.
            if (!_reaped) Libc.Kill(Id, Libc.SigKill);
        }
    }

    /// <summary>How it ended, in words; waits for a process that is ending.</summary>
    public string Reap()
    {
        lock (_lock)
        {
            if (!_reaped)
            {
                int status;
                while (Libc.WaitProcess(Id, &status, 0) < 0 && Marshal.GetLastPInvokeError() == Libc.Interrupted)
                {
                }

                _status = status;
                _reaped = true;
            }
        }

        var signal = _status & 0x7F;
        return signal == 0 ? $"exit code {(_status >> 8) & 0xFF}" : $"signal {signal}{SignalNames.Of(signal)}";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        Reap();
    }

    private static void CloseOthers(void* actions)
    {
        try
        {
            Libc.ActionsCloseFrom(actions, ControlDescriptor + 1);
        }
        catch (EntryPointNotFoundException)
        {
            // Before glibc 2.34: descriptors are closed on exec by their own flag.
        }
    }
}
