using CsCheck;
using EvalFaaS.Harness.Data;

namespace EvalFaaS.Harness.Tests.Data;

public sealed class PackedColumnTests
{
    // Spans that need none, one, two, four and eight bytes, also across the whole range of a long.
    private static readonly Gen<long> Span = Gen.OneOf(Gen.Const(1L), Gen.Const(200L), Gen.Const(60_000L), Gen.Const(4_000_000_000L), Gen.Const(5_000_000_000L), Gen.Const(long.MaxValue));

    [Fact]
    public void What_was_added_is_what_is_read() => Gen.Select(Span, Gen.Long, Gen.Int[0, 10_000], Gen.Int[0, 1_000_000]).Sample((span, offset, count, seed) =>
    {
        var random = new Random(seed);
        var values = Enumerable.Range(0, count).Select(_ => unchecked(offset + random.NextInt64(span))).ToArray();
        var column = new PackedColumn();
        foreach (var value in values) column.Add(value);

        Assert.Equal(count, column.Count);
        Assert.Equal(values, Enumerable.Range(0, count).Select(row => column[row]));
    }, iter: 100);

    [Fact]
    public void Both_ends_of_the_range_stand_side_by_side()
    {
        var column = new PackedColumn();
        for (var i = 0; i < 5_000; i++) column.Add(i % 2 == 0 ? long.MinValue : long.MaxValue);

        Assert.Equal((long.MinValue, long.MaxValue, long.MinValue), (column[0], column[4_095], column[4_998]));
    }
}
