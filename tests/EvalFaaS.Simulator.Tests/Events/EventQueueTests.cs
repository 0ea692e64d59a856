using CsCheck;
using EvalFaaS.Simulator.Events;

namespace EvalFaaS.Simulator.Tests.Events;

public sealed class EventQueueTests
{
    [Fact]
    public void Events_come_in_the_order_of_time_then_rank_then_scheduling() =>
        Gen.Select(Gen.Int[0, 5], Gen.Int[0, 3]).List[0, 200].Sample(wanted =>
        {
            var queue = new EventQueue();
            foreach (var (time, rank) in wanted) queue.Add(time, rank, 0, queue.Count);
            var expected = wanted.Select((w, i) => (w.Item1, w.Item2, i)).Order();
            Assert.Equal(expected, Drain(queue).Select(e => ((int)e.Time, e.Rank, e.Subject)));
        });

    [Fact]
    public void Adding_and_taking_may_alternate() =>
        Gen.Double[0, 10].List[1, 300].Sample(gaps =>
        {
            var queue = new EventQueue();
            var last = 0.0;
            foreach (var gap in gaps)
            {
                queue.Add(last + gap, 0, 0, 0);
                queue.Add(last + gap / 2, 0, 0, 0);
                var taken = queue.Take().Time;
                Assert.True(taken >= last);
                last = taken;
            }

            Assert.Equal(gaps.Count, queue.Count);
        });

    [Fact]
    public void An_empty_queue_has_no_next_time() => Assert.Equal(double.PositiveInfinity, new EventQueue().NextTime);

    private static IEnumerable<SimEvent> Drain(EventQueue queue)
    {
        while (queue.Count > 0) yield return queue.Take();
    }
}
