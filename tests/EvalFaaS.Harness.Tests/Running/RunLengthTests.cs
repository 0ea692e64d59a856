using CsCheck;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Tests.Running;

public sealed class RunLengthTests
{
    [Fact]
    public void A_fixed_number_of_blocks_is_run_and_no_more()
    {
        var length = new RunLength(7, more: null, repeats: 3);

        Assert.Equal(7, Run(length, width: () => throw new InvalidOperationException("nobody looks")));

        Assert.Equal("All planned blocks were run.", length.Ending);
    }

    [Fact]
    public void A_disturbed_block_is_run_again_under_a_number_of_its_own()
    {
        var length = new RunLength(6, more: null, repeats: 3);
        var repeats = new List<(int, int?)>();
        while (length.TryBegin(() => 0, _ => true))
        {
            repeats.Add((length.Number, length.Repeats));
            if (length.Number is 2 or 7) length.WasDisturbed();
        }

        Assert.Equal([(1, null), (2, null), (3, null), (4, null), (5, null), (6, null), (7, 2), (8, 7)], repeats);
    }

    [Fact]
    public void The_run_ends_at_the_first_look_at_which_its_intervals_are_narrow_enough()
    {
        var length = new RunLength(6, new MoreBlocks { UpTo = 30, Every = 4, Width = 0.1 }, repeats: 0);
        var looks = new List<int>();

        var blocks = Run(length, () =>
        {
            looks.Add(length.Number);
            return length.Number >= 14 ? 0.1 : 0.5;
        });

        Assert.Equal(14, blocks);
        Assert.Equal([6, 10, 14], looks);
        Assert.Contains("10.0 %", length.Ending);
    }

    [Fact]
    public void The_run_ends_when_its_budget_has_no_room_for_the_next_step()
    {
        var length = new RunLength(6, new MoreBlocks { UpTo = 30, Every = 4 }, repeats: 0);

        Assert.Equal(10, Run(length, () => 1, timeFor: more => more == 4 && length.Number < 10));

        Assert.StartsWith("The budget had no room for 4 more blocks", length.Ending);
    }

    [Fact]
    public void Whatever_is_disturbed_the_bounds_hold_and_as_many_undisturbed_blocks_are_run_as_repeats_allow() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 5], Gen.Int[0, 8], Gen.Int[1, 5], Gen.Double[0, 1], Gen.Int).Sample((blocks, repeats, extra, every, share, seed) =>
        {
            var random = new Random(seed);
            var length = new RunLength(blocks, extra > 0 ? new MoreBlocks { UpTo = blocks + extra, Every = every } : null, repeats);
            int disturbed = 0, run = 0;
            while (length.TryBegin(() => double.PositiveInfinity, _ => true))
            {
                run++;
                Assert.Equal(run, length.Number);
                if (random.NextDouble() >= share) continue;
                disturbed++;
                length.WasDisturbed();
            }

            Assert.Equal(blocks + extra + Math.Min(disturbed, repeats), run);
            Assert.NotEmpty(length.Ending);
        });

    private static int Run(RunLength length, Func<double> width, Func<int, bool>? timeFor = null)
    {
        var blocks = 0;
        while (length.TryBegin(width, timeFor ?? (_ => true))) blocks++;
        return blocks;
    }
}
