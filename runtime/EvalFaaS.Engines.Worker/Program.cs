namespace EvalFaaS.Engines.Worker;

/// <summary>The worker process: <c>EvalFaaS.Engines.Worker --sockets 3,4</c>, started by <see cref="WorkerStarter"/> alone.</summary>
internal static unsafe class Program
{
    // Guests get at most 1 MiB of it; the rest is the host's own.
    private const int StackBytes = 16 << 20;

    private static int Main(string[] args)
    {
        if (args is not [WorkerStarter.SocketsOption, WorkerStarter.Sockets])
        {
            Console.Error.WriteLine("This is a worker process of EvalFaaS: it runs WebAssembly for the program that starts it, and does nothing by itself.");
            return 2;
        }

        // A guest that ends this process must not write its gigabytes of reserved memory to a core file.
        var none = stackalloc ulong[2];
        Libc.SetResourceLimit(Libc.CoreFileSize, none);
        var time = TimeProvider.System;
        var inbox = new CancelInbox(new FileHandle(ChildProcess.ControlDescriptor), new InvocationCancellation(time));
        using var channel = new DataChannel(new FileHandle(ChildProcess.DataDescriptor));
        new Thread(() =>
        {
            inbox.Listen();
            // The parent is gone: at once, whatever a guest does.
            Libc.Exit(0);
        }) { IsBackground = true, Name = "control" }.Start();
        var host = new WorkerHost(channel, inbox, InnerEngines.All, StandardImports.All, time);
        var guest = new Thread(host.Run, StackBytes) { Name = "guest" };
        guest.Start();
        guest.Join();
        return 0;
    }
}
