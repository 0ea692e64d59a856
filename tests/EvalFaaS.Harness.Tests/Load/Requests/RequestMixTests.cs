using System.Net;
using EvalFaaS.Harness.Load;
using MathNet.Numerics.Distributions;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class RequestMixTests
{
    private static readonly IPEndPoint Somewhere = new(IPAddress.Loopback, 1);

    [Fact]
    public void Requests_come_as_often_as_their_weights_say()
    {
        const int Draws = 100_000;
        double[] weights = [1, 3, 0.5, 5.5];
        var mix = new RequestMix([.. weights.Select(Weighing)], new Random(11));
        var counts = new int[weights.Length];
        for (var i = 0; i < Draws; i++) counts[mix.Next().Request]++;
        var square = counts.Select((c, i) => (c, Expected: Draws * weights[i] / weights.Sum())).Sum(x => (x.c - x.Expected) * (x.c - x.Expected) / x.Expected);
        Assert.InRange(square, 0, ChiSquared.InvCDF(weights.Length - 1, 0.999));
    }

    [Fact]
    public void The_seed_alone_decides_the_order_and_the_sizes()
    {
        (int, int)[] Draw(int seed)
        {
            var mix = new RequestMix([Weighing(1), Weighing(2) with { Payload = new Payload(new UniformPayload(0, 1000), echoed: false) }], new Random(seed));
            return [.. Enumerable.Range(0, 200).Select(_ => mix.Next())];
        }

        Assert.Equal(Draw(4), Draw(4));
        Assert.NotEqual(Draw(4), Draw(5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void A_weight_of_nothing_is_refused(double weight) => Assert.Throws<ArgumentException>(() => new RequestMix([Weighing(1), Weighing(weight)], new Random(1)));

    private static LoadRequest Weighing(double weight) => new() { Address = Somewhere, Bytes = "GET / HTTP/1.1\r\n\r\n"u8.ToArray(), Weight = weight };
}
