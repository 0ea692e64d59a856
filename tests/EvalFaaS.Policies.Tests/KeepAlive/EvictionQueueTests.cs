using CsCheck;

namespace EvalFaaS.Policies.Tests.KeepAlive;

public sealed class EvictionQueueTests
{
    private static readonly Gen<(int Step, int Instance, double Priority)> Steps =
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 30], Gen.Int[0, 5]).Select((step, instance, priority) => (step, instance, (double)priority));

    [Fact]
    public void It_does_what_a_sorted_list_does() => Steps.Array[0, 200].Sample(steps =>
    {
        var queue = new EvictionQueue();
        var model = new List<(double Priority, int Turn, int Instance)>();
        var turn = 0;
        foreach (var (step, instance, priority) in steps)
        {
            if (step <= 1 && !queue.Contains(instance))
            {
                queue.Add(instance, priority);
                model.Add((priority, turn++, instance));
            }
            else if (step == 2)
            {
                Assert.Equal(model.RemoveAll(m => m.Instance == instance) == 1, queue.Remove(instance));
            }
            else if (step == 3)
            {
                model.Sort();
                Assert.Equal(model.Count > 0, queue.TryTake(out var taken, out var had));
                if (model.Count == 0) continue;
                Assert.Equal((model[0].Instance, model[0].Priority), (taken, had));
                model.RemoveAt(0);
            }

            Assert.Equal(model.Count, queue.Count);
        }
    });

    [Fact]
    public void An_instance_is_in_it_once()
    {
        var queue = new EvictionQueue();
        queue.Add(3, 1);

        Assert.Contains("Instance 3", Assert.Throws<ArgumentException>(() => queue.Add(3, 2)).Message, StringComparison.Ordinal);
    }
}
