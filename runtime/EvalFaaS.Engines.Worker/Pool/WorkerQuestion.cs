using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>A question outside of invocations: load, compile.</summary>
internal static class WorkerQuestion
{
    /// <summary>Asks and waits for the answer, however long it takes.</summary>
    /// <returns>The fault, or null.</returns>
    /// <exception cref="ChannelClosedException">The worker ended.</exception>
    public static InvocationFault? Ask(WorkerProcess worker, Action<WorkerProcess> write)
    {
        var channel = worker.Channel;
        write(worker);
        channel.Flush();
        channel.SetPatience(TimeSpan.Zero);
        if (channel.Read(out var kind, out var payload) != ReadStatus.Frame) throw new ChannelClosedException();
        if (kind != FrameKind.Done) throw new ProtocolException($"A frame of kind {kind} is no answer to a question.");
        var reader = new MessageReader(payload);
        var fault = FaultCodec.Read(ref reader);
        channel.SetPatience(Conversation.ShortPatience);
        return fault;
    }
}
