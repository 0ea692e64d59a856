using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(85_312, "ns", "85.3 µs")]
    [InlineData(999.7, "ns", "1.00 µs")]
    [InlineData(7, "ns", "7.00 ns")]
    [InlineData(1_234_567, "ns", "1.23 ms")]
    [InlineData(31_249.8, "1/s", "31,200 /s")]
    [InlineData(17_234, "B", "17.2 kB")]
    [InlineData(0.84519, "1", "0.845")]
    [InlineData(236.7, "1", "237")]
    [InlineData(-4_850, "ns", "−4.85 µs")]
    [InlineData(0, "ns", "0 ns")]
    public void Numbers_have_three_significant_digits_and_a_unit_that_fits(double value, string unit, string text) => Assert.Equal(text, Quantity.Format(value, unit).Replace('\u00a0', ' '));

    [Fact]
    public void Ends_of_an_interval_have_the_unit_and_decimals_of_their_estimate() => Assert.Equal(("0.99", "1.50"), Quantity.FormatEnds(1_240_000, 991_000, 1_502_000, "ns"));

    [Fact]
    public void A_narrow_interval_is_still_seen() => Assert.Equal(("85.31", "85.33"), Quantity.FormatEnds(85_320, 85_310, 85_330, "ns"));
}
