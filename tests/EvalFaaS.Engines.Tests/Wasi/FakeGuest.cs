using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

/// <summary>A guest without an engine: a memory, and calls of WASI functions as the engine would make them.</summary>
internal sealed unsafe class FakeGuest : IDisposable
{
    public const uint MemoryLength = 1 << 20;

    private static readonly Dictionary<string, HostFunction> Functions = WasiPreview1.Functions.ToDictionary(f => f.Name);
    private readonly byte[] _memory = GC.AllocateArray<byte>((int)MemoryLength, pinned: true);
    private uint _next;

    /// <summary>A command's guest at its beginning.</summary>
    public FakeGuest(TestInvocation invocation, bool command = true, InvocationCancellation? cancellation = null)
    {
        Invocation = invocation;
        State.Begin(invocation, cancellation ?? invocation.Cancellation);
        if (!command) return;
        State.Output.Begin(invocation.IsProcess ? null : CgiOutputHead.Instance, invocation.IsProcess);
        State.Wasi.BeginCommand();
    }

    /// <summary>A guest that finds these directories.</summary>
    public FakeGuest(params DirectoryGrant[] grants)
        : this(new TestInvocation { IsProcess = true, GuestEnvironment = GuestEnvironment.Empty with { Directories = [.. grants] } })
    {
    }

    public TestInvocation Invocation { get; }

    public GuestState State { get; } = new();

    public Span<byte> Memory => _memory;

    /// <summary>Calls a function that gives an error number back.</summary>
    public Errno Call(string name, params ReadOnlySpan<long> arguments)
    {
        var result = Invoke(name, out var unwound, arguments);
        return unwound ? Errno.Unwound : (Errno)result;
    }

    /// <summary>Calls a function.</summary>
    public int Invoke(string name, out bool unwound, params ReadOnlySpan<long> arguments)
    {
        Span<long> slots = stackalloc long[Math.Max(1, arguments.Length)];
        arguments.CopyTo(slots);
        fixed (byte* memory = _memory)
        {
            ref var first = ref Unsafe.As<long, byte>(ref slots[0]);
            var call = new HostCall(State, new GuestMemory(memory, MemoryLength), ref first, ref first, sizeof(long));
            unwound = Functions[name].Body(call) == HostResult.Unwind;
        }

        return (int)slots[0];
    }

    /// <summary>Room in the memory, of 8 bytes' alignment.</summary>
    public uint Room(int length)
    {
        var at = _next;
        _next = (_next + (uint)length + 7) & ~7u;
        Assert.True(_next < MemoryLength, "The fake guest's memory is full.");
        return at;
    }

    /// <summary>Forgets what lies in the memory.</summary>
    public void Reset() => _next = 0;

    /// <summary>Puts a text into the memory.</summary>
    public (uint Pointer, uint Length) Put(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var at = Room(length);
        Encoding.UTF8.GetBytes(text, _memory.AsSpan((int)at));
        return (at, (uint)length);
    }

    /// <summary>Puts a table of one buffer into the memory.</summary>
    public uint Vector(uint pointer, uint length)
    {
        var at = Room(8);
        BinaryPrimitives.WriteUInt32LittleEndian(_memory.AsSpan((int)at), pointer);
        BinaryPrimitives.WriteUInt32LittleEndian(_memory.AsSpan((int)at + 4), length);
        return at;
    }

    public uint UInt32(uint at) => BinaryPrimitives.ReadUInt32LittleEndian(_memory.AsSpan((int)at));

    public ulong UInt64(uint at) => BinaryPrimitives.ReadUInt64LittleEndian(_memory.AsSpan((int)at));

    public string Text(uint at, uint length) => Encoding.UTF8.GetString(_memory, (int)at, (int)length);

    /// <summary>Opens a path.</summary>
    public Errno Open(uint directory, string path, out uint fd, OpenFlags flags = OpenFlags.None, Rights rights = Rights.FdRead | Rights.FdSeek | Rights.Directory, bool follow = true)
    {
        Reset();
        var (pointer, length) = Put(path);
        var opened = Room(4);
        var errno = Call("path_open", directory, follow ? 1 : 0, pointer, length, (long)flags, (long)rights, (long)(Rights.Directory | Rights.File), 0, opened);
        fd = UInt32(opened);
        return errno;
    }

    /// <summary>Calls a function of (fd, path, its length).</summary>
    public Errno OnPath(string name, uint directory, string path)
    {
        Reset();
        var (pointer, length) = Put(path);
        return Call(name, directory, pointer, length);
    }

    /// <summary>Calls a function of (fd, path, its length, fd, path, its length).</summary>
    public Errno Rename(uint from, string path, uint to, string other)
    {
        Reset();
        var (pointer, length) = Put(path);
        var (otherPointer, otherLength) = Put(other);
        return Call("path_rename", from, pointer, length, to, otherPointer, otherLength);
    }

    public Errno Link(uint from, string path, uint to, string other)
    {
        Reset();
        var (pointer, length) = Put(path);
        var (otherPointer, otherLength) = Put(other);
        return Call("path_link", from, 0, pointer, length, to, otherPointer, otherLength);
    }

    public Errno Symlink(string target, uint directory, string path)
    {
        Reset();
        var (pointer, length) = Put(target);
        var (otherPointer, otherLength) = Put(path);
        return Call("path_symlink", pointer, length, directory, otherPointer, otherLength);
    }

    /// <summary>What a path is, or why that is not told.</summary>
    public Errno Status(uint directory, string path, bool follow, out ulong inode)
    {
        Reset();
        var (pointer, length) = Put(path);
        var status = Room(64);
        var errno = Call("path_filestat_get", directory, follow ? 1 : 0, pointer, length, status);
        inode = UInt64(status + 8);
        return errno;
    }

    /// <summary>Reads up to 4 KiB as text.</summary>
    public Errno Read(uint fd, out string text)
    {
        Reset();
        var buffer = Room(4096);
        var count = Room(4);
        var errno = Call("fd_read", fd, Vector(buffer, 4096), 1, count);
        text = errno == Errno.Success ? Text(buffer, UInt32(count)) : "";
        return errno;
    }

    public Errno Write(uint fd, string text)
    {
        Reset();
        var (pointer, length) = Put(text);
        return Call("fd_write", fd, Vector(pointer, length), 1, Room(4));
    }

    public void Dispose() => State.End();
}
