using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>One place in the ring: reused for one invocation after another, made into a record only when somebody reads it.</summary>
internal sealed class RecentEntry
{
    private readonly LedgerSpan[] _spans = new LedgerSpan[InvocationLedger.Capacity];
    private int _locked;
    private int _count;
    private string _id = "";
    private string? _traceParent;
    private DeployedFunction? _function;
    private StartState _state;
    private ColdCause _cause;
    private long _instance, _total, _host;
    private FaultKind? _fault;

    public void Write(Invocation invocation)
    {
        Lock();
        var ledger = invocation.Context.Ledger;
        var spans = ledger.Spans;
        spans.CopyTo(_spans);
        _count = spans.Length;
        _id = invocation.Id;
        _traceParent = invocation.TraceParent;
        _function = invocation.Function;
        _state = ledger.StartState;
        _cause = ledger.Cause;
        _instance = ledger.InstanceId;
        _total = ledger.TotalNs;
        _host = ledger.HostNs;
        _fault = invocation.Outcome.Fault?.Kind;
        Volatile.Write(ref _locked, 0);
    }

    /// <summary>The record, or null where nothing was written yet or it is not the one looked for.</summary>
    public LedgerRecord? Read(ImmutableArray<string> sites, FunctionName? function, string? id)
    {
        Lock();
        try
        {
            if (_function is not { } f || (function is not null && f.Revision.Name.Function != function) || (id is not null && id != _id)) return null;
            return new LedgerRecord
            {
                InvocationId = _id,
                TraceParent = _traceParent,
                Revision = f.Revision.Name,
                Engine = f.Revision.Engine,
                StartState = _state,
                Cause = _cause,
                InstanceId = _instance,
                Fault = _fault,
                TotalNs = _total,
                HostNs = _host,
                Sites = sites,
                Spans = [.. _spans.AsSpan(0, _count)],
            };
        }
        finally
        {
            Volatile.Write(ref _locked, 0);
        }
    }

    private void Lock()
    {
        // Two meet here only when a reader comes by, or the ring went around within one write.
        var spin = new SpinWait();
        while (Interlocked.Exchange(ref _locked, 1) != 0) spin.SpinOnce();
    }
}
