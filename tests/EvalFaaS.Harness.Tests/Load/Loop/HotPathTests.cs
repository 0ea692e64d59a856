using System.Net;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.StandaloneLoad;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class HotPathTests
{
    private const int Requests = 8_000;

    public static TheoryData<string> Kinds => ["open", "closed", "thinking"];

    /// <summary>The sink is called on the generator's thread, so it sees what that thread allocates.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_request_allocates_nothing(string kind)
    {
        using var server = new CannedServer(new IPEndPoint(IPAddress.Loopback, 0), core: null);
        var sink = new Allocations();
        await LoadGenerator.RunAsync(
            new LoadPlan
            {
                Requests =
                [
                    new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.Build("GET", "/", [], []), ExpectedBody = "ok"u8.ToArray() },
                    new LoadRequest { Address = server.Address, Bytes = HttpRequestBytes.BuildHead("POST", "/", []), Payload = new Payload(new LogNormalPayload(100, 1, 5_000), echoed: false) },
                ],
                Arrivals = kind == "open" ? RateArrivals.Poisson(new SineRate(20_000, 10_000, 1), new Random(1)) : null,
                Think = kind == "thinking" ? new ThinkTime(TimeSpan.FromMicroseconds(100), IsExponential: true) : null,
                MaximumRequests = Requests,
                Duration = TimeSpan.FromMinutes(1),
                Sink = sink,
            },
            new MonotonicClock(TimeProvider.System),
            TestContext.Current.CancellationToken);

        Assert.Equal(Requests, sink.Count);
        Assert.Equal(0, sink.Late);
    }

    private sealed class Allocations : ISampleSink
    {
        private readonly LoadRecorder _recorder = new();
        private long _half;

        public int Count { get; private set; }

        /// <summary>Bytes allocated over the second half: queues grow in the first.</summary>
        public long Late { get; private set; }

        public void Take(in LoadSample sample)
        {
            _recorder.Take(sample);
            Count++;
            if (Count == Requests / 2) _half = GC.GetAllocatedBytesForCurrentThread();
            if (Count == Requests) Late = GC.GetAllocatedBytesForCurrentThread() - _half;
        }
    }
}
