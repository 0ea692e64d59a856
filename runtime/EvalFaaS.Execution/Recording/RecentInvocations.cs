using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The ledgers of the last invocations, in a ring of fixed size. Recording does not allocate; records are made when they are read.</summary>
public sealed class RecentInvocations
{
    /// <summary>The last ones, newest first.</summary>
    /// <param name="count">At most so many.</param>
    /// <param name="function">Of this function alone, or null for all.</param>
    public IReadOnlyList<LedgerRecord> Last(int count, FunctionName? function = null) => throw new NotImplementedException();

    /// <summary>The one of this id, or null where it is not kept any more.</summary>
    public LedgerRecord? Find(string invocationId) => throw new NotImplementedException();
}
