using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Runs one invocation after the other on the inner engine.</summary>
internal sealed class InvocationRunner(DataChannel channel, CancelInbox inbox, GuestContext context, ModuleTable modules, InstanceTable instances)
{
    private readonly Dictionary<int, Surroundings> _surroundings = [];

    public void Define(Surroundings surroundings) => _surroundings[surroundings.Id] = surroundings;

    public void Forget(int surroundings) => _surroundings.Remove(surroundings);

    public void Run(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        var invoke = Invoke.Read(ref reader);
        var surroundings = _surroundings.GetValueOrDefault(invoke.Surroundings) ?? throw new ProtocolException($"Surroundings {invoke.Surroundings} were never told.");
        context.Begin(invoke, surroundings, reader);
        inbox.Begin(invoke.Sequence, invoke.RemainingNs == Invoke.None ? Timeout.InfiniteTimeSpan : TimeSpan.FromMicroseconds(invoke.RemainingNs / 1e3));
        LiveInstance? live = null;
        var fault = Attempt(invoke, surroundings, ref live);
        inbox.End();
        var keeps = live is { Instance: { Reusable: true, LastInvocation: false } } && fault is null;
        Answer(invoke.Sequence, keeps, fault);
        // After the answer: what follows costs the caller nothing.
        Settle(invoke, live, keeps);
    }

    private InvocationFault? Attempt(in Invoke invoke, Surroundings surroundings, ref LiveInstance? live)
    {
        try
        {
            live = Acquire(invoke, surroundings);
            live.Instance.LastInvocation = (invoke.Flags & InvokeFlags.Last) != 0;
            var run = live.Instance.InvokeAsync(context, inbox.Cancellation);
            return (run.IsCompletedSuccessfully ? run.Result : run.AsTask().GetAwaiter().GetResult()).Fault;
        }
        catch (FaultException e)
        {
            return e.Fault;
        }
        catch (Exception e) when (e is not (ChannelClosedException or ProtocolException))
        {
            return Faulting.Unexpected(e);
        }
    }

    private LiveInstance Acquire(in Invoke invoke, Surroundings surroundings)
    {
        if ((invoke.Flags & InvokeFlags.Fresh) == 0) return instances.Kept(invoke.Instance);
        var loads = !modules.IsLoaded(invoke.Module);
        var module = modules.Load(invoke.Module);
        if (loads) context.Ledger.Mark(Phase.Load);
        var making = module.Code.InstantiateAsync(surroundings.InstanceLimits, inbox.Cancellation);
        var instance = making.IsCompletedSuccessfully ? making.Result : making.AsTask().GetAwaiter().GetResult();
        context.Ledger.Mark(Phase.Instantiate);
        return new LiveInstance(module, instance);
    }

    private void Answer(long sequence, bool kept, InvocationFault? fault)
    {
        context.Emit();
        var ledger = context.Ledger;
        new Ended
        {
            Sequence = sequence,
            Kept = kept,
            LoadNs = ledger.DurationNs(Phase.Load),
            InstantiateNs = ledger.DurationNs(Phase.Instantiate),
            InitNs = ledger.DurationNs(Phase.Init),
            ExecuteNs = ledger.DurationNs(Phase.Execute),
            HostNs = ledger.HostNs,
            Fault = fault,
        }.Write(channel.Writer);
        channel.Flush();
    }

    private void Settle(in Invoke invoke, LiveInstance? live, bool keeps)
    {
        if (live is null) return;
        var kept = (invoke.Flags & InvokeFlags.Fresh) == 0;
        if (keeps && !kept) instances.Keep(invoke.Instance, live);
        else if (!keeps && kept) instances.Drop(invoke.Instance);
        else if (!keeps) live.Dispose();
    }
}
