using CsCheck;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.OneFunction;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Tests.OneFunction;

/// <summary>The sets against lists that are searched.</summary>
public sealed class AvailableSetTests
{
    [Theory]
    [InlineData(RequestOrder.NewestFirst)]
    [InlineData(RequestOrder.OldestFirst)]
    [InlineData(RequestOrder.MostRecentlyUsed)]
    [InlineData(RequestOrder.LeastRecentlyUsed)]
    public void A_set_chooses_as_a_list_would(RequestOrder order) =>
        Gen.Int[0, 3].List[0, 2000].Sample(steps =>
        {
            var set = AvailableSet.For(order, new RandomStream(1));
            List<int> living = [], available = [], free = [];
            var slots = 0;
            foreach (var step in steps)
            {
                if (step <= 1)
                {
                    var slot = free.Count > 0 ? free[^1] : slots++;
                    free.Remove(slot);
                    set.Created(slot);
                    living.Add(slot);
                    set.Add(slot);
                    available.Add(slot);
                }
                else if (set.First() is >= 0 and var first)
                {
                    set.Remove(first);
                    available.Remove(first);
                    if (step == 2)
                    {
                        set.Add(first);
                        available.Add(first);
                    }
                    else
                    {
                        set.Gone(first);
                        living.Remove(first);
                        free.Add(first);
                    }
                }

                Assert.Equal(Expected(order, living, available), set.First());
            }
        }, iter: 50);

    [Fact]
    public void Chance_chooses_each_equally_often()
    {
        var set = AvailableSet.For(RequestOrder.Random, new RandomStream(2));
        for (var slot = 0; slot < 4; slot++)
        {
            set.Created(slot);
            set.Add(slot);
        }

        set.Remove(1);
        var counts = new int[4];
        for (var i = 0; i < 30_000; i++) counts[set.First()]++;
        Assert.Equal(0, counts[1]);
        Assert.All([counts[0], counts[2], counts[3]], c => Assert.InRange(c, 9_600, 10_400));
    }

    private static int Expected(RequestOrder order, List<int> living, List<int> available) => available.Count == 0 ? -1 : order switch
    {
        RequestOrder.NewestFirst => living.FindLast(available.Contains),
        RequestOrder.OldestFirst => living.Find(available.Contains),
        RequestOrder.MostRecentlyUsed => available[^1],
        _ => available[0],
    };
}
