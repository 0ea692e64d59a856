using CsCheck;
using EvalFaaS.Harness.Statistics;

namespace EvalFaaS.Harness.Tests.Statistics;

public sealed class PairedBlocksTests
{
    private static readonly Gen<Dictionary<int, double>> Blocks = Gen.Double[0.1, 1000].Array[8].Select(values => values.Select((v, i) => (v, i)).ToDictionary(x => x.i, x => x.v));

    [Fact]
    public void A_ratio_turned_round_is_its_inverse() => Gen.Select(Blocks, Blocks).Sample((a, b) =>
    {
        var there = PairedBlocks.Ratio(a, b)!.Value;
        var back = PairedBlocks.Ratio(b, a)!.Value;

        Assert.Equal(1, there.Value * back.Value, 8);
        Assert.Equal(1, there.Low!.Value * back.High!.Value, 8);
    });

    [Fact]
    public void The_unit_does_not_matter() => Gen.Select(Blocks, Blocks, Gen.Double[0.001, 1000]).Sample((a, b, unit) =>
    {
        var plain = PairedBlocks.Ratio(a, b)!.Value;
        var scaled = PairedBlocks.Ratio(a.ToDictionary(x => x.Key, x => x.Value * unit), b.ToDictionary(x => x.Key, x => x.Value * unit))!.Value;

        Assert.Equal(plain.Value, scaled.Value, plain.Value * 1e-9);
    });

    [Fact]
    public void What_blocks_share_falls_out()
    {
        // Blocks differ fivefold, the ratio is 2 in each.
        var b = Enumerable.Range(1, 6).ToDictionary(i => i, i => (double)i);
        var ratio = PairedBlocks.Ratio(b.ToDictionary(x => x.Key, x => 2 * x.Value), b)!.Value;

        Assert.Equal(2, ratio.Value, 12);
        Assert.Equal(2, ratio.High!.Value, 12);
    }

    [Fact]
    public void Only_common_blocks_count_and_five_are_too_few()
    {
        var a = Enumerable.Range(1, 8).ToDictionary(i => i, _ => 2.0);
        var b = Enumerable.Range(4, 8).ToDictionary(i => i, _ => 1.0);

        Assert.Null(PairedBlocks.Ratio(a, b));
        Assert.Null(PairedBlocks.Difference(a, b));
    }

    [Fact]
    public void A_value_of_zero_has_no_ratio() =>
        Assert.Null(PairedBlocks.Ratio(Enumerable.Range(1, 8).ToDictionary(i => i, i => i - 1.0), Enumerable.Range(1, 8).ToDictionary(i => i, _ => 1.0)));
}
