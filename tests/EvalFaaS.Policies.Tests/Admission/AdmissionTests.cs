using CsCheck;

namespace EvalFaaS.Policies.Tests.Admission;

public sealed class AdmissionTests
{
    private static readonly Gen<AdmissionRequest> Requests = Gen.Select(Gen.Int[0, 12], Gen.Int[0, 200], Gen.Int[0, 12], Gen.Double[0, 5], Gen.Double[-1, 100], Gen.Bool)
        .Select((running, queued, slots, service, left, first) => new AdmissionRequest(0, 1000, 1000 + left, Math.Min(running, slots), first ? Math.Max(1, queued) : queued, slots, service, first));

    public static TheoryData<string> Names => Policies.Names(PolicyKind.Admission);

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_runs_without_a_slot_or_before_its_turn(string name) => Requests.Sample(request =>
    {
        if (Decide(name, request).Verdict != AdmissionVerdict.Run) return;
        Assert.True(request.Running < request.Slots);
        if (name != "concurrency-limit") Assert.True(request.Queued == 0 || request.FirstOfQueue);
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Deciding_allocates_nothing(string name)
    {
        var policy = Policies.Make<IAdmissionPolicy>(name, PolicyKind.Admission);
        policy.Decide(new AdmissionRequest(0, 0, 1, 0, 0, 1));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++) policy.Decide(new AdmissionRequest(0, i, i + 1, i % 3, i % 50, 2, 0.1));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData(1, 2, AdmissionVerdict.Run)]
    [InlineData(2, 2, AdmissionVerdict.Refuse)]
    public void A_concurrency_limit_refuses_what_is_above_it(int running, int limit, AdmissionVerdict verdict) =>
        Assert.Equal(verdict, Decide($"concurrency-limit:limit={limit}", new AdmissionRequest(0, 0, 9, running, 0, 10)).Verdict);

    [Theory]
    [InlineData(2, AdmissionVerdict.Wait, AdmissionReason.SlotsBusy)]
    [InlineData(3, AdmissionVerdict.Refuse, AdmissionReason.QueueFull)]
    public void A_queue_takes_so_many_and_no_more(int queued, AdmissionVerdict verdict, AdmissionReason reason)
    {
        var decision = Decide("queue-bound:queue=3", new AdmissionRequest(0, 0, 9, 2, queued, 2, 0.5));

        Assert.Equal((verdict, reason), (decision.Verdict, decision.Reason));
    }

    [Fact]
    public void The_first_of_the_queue_runs_once_a_slot_is_free() =>
        Assert.Equal(AdmissionVerdict.Run, Decide("queue-bound", new AdmissionRequest(0, 0, 9, 1, 5, 2, FirstOfQueue: true)).Verdict);

    [Theory]
    [InlineData(2.9, AdmissionReason.TooLate)]
    [InlineData(3.1, AdmissionReason.SlotsBusy)]
    public void What_would_be_answered_too_late_is_refused_at_the_door(double left, AdmissionReason reason)
    {
        // 3 before it, 2 slots, 1 s each: it waits (3 + 1) / 2 s and takes 1 s.
        var decision = Decide("deadline-shedding", new AdmissionRequest(0, 10, 10 + left, 2, 3, 2, 1));

        Assert.Equal(reason, decision.Reason);
        if (reason == AdmissionReason.TooLate) Assert.Equal((3, left, 2), (decision.A, Math.Round(decision.B, 9), decision.RetryAfter));
    }

    [Fact]
    public void What_has_expired_is_refused_even_with_slots_free() =>
        Assert.Equal(AdmissionReason.Expired, Decide("deadline-shedding", new AdmissionRequest(0, 10, 9, 0, 0, 2)).Reason);

    [Fact]
    public void More_time_never_gets_a_request_refused() => Gen.Select(Requests, Gen.Double[0, 50]).Sample((request, more) =>
    {
        if (Decide("deadline-shedding", request).Verdict == AdmissionVerdict.Refuse) return;
        Assert.NotEqual(AdmissionVerdict.Refuse, Decide("deadline-shedding", request with { Deadline = request.Deadline + more }).Verdict);
    });

    private static AdmissionDecision Decide(string spec, AdmissionRequest request) => Policies.Make<IAdmissionPolicy>(spec, PolicyKind.Admission).Decide(request);
}
