using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The admission of a runtime: which policy lets in what of which function, its shadows, and what came of them.</summary>
public sealed class Admission
{
    private readonly PolicyChoice _choice;
    private readonly Dictionary<string, AdmissionPolicy> _acting;
    private readonly AdmissionBook _book;
    private readonly TimeProvider _time;

    internal Admission(RuntimeOptions options, TimeProvider time)
    {
        _choice = options.Admission;
        _time = time;
        _acting = _choice.Acting.DistinctBy(s => s.Text).ToDictionary(s => s.Text, s => new AdmissionPolicy(s));
        _book = new AdmissionBook([.. _choice.Shadows.Select(s => new AdmissionPolicy(s))], options.RecentDecisions);
    }

    /// <summary>Which policy decides for which function.</summary>
    public PolicyChoice Choice => _choice;

    /// <summary>What each policy came to that acts for some function. Of invocations that enter without being asked about, as below the limit of most policies, nothing is counted.</summary>
    public IReadOnlyList<(string Policy, AdmissionAccount Account)> Acting => [.. _acting.Values.Select(Of)];

    /// <summary>What each shadow would have come to, asked about the same invocations.</summary>
    public IReadOnlyList<(string Policy, AdmissionAccount Account)> Shadows => [.. _book.Shadows.Select(Of)];

    /// <summary>The last refusals, those of shadows included, oldest first.</summary>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<AdmissionRecord> Refusals(int count) => _book.Last(count);

    internal AdmissionRule RuleFor(FunctionRevision revision, string name, Pace pace) =>
        new(_acting[_choice.For(revision.Name.Function).Text], _book, name, revision.Concurrency, revision.QueueLength, pace, _time);

    private (string Policy, AdmissionAccount Account) Of(AdmissionPolicy policy) => (policy.Text, _book.Account(policy));
}
