using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Tests.Load;

public sealed class BesideTests
{
    private static readonly SideLoadResult Nothing = new(0, new Dictionary<LoadOutcome, long>());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_measured_load_begins_when_the_one_beside_it_has_and_ends_it()
    {
        var said = new List<string>();
        var side = new Told(async (begun, over) =>
        {
            said.Add("side begins");
            begun();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            said.Add("side ends");
            return Nothing;
        });

        var (measured, _) = await Beside.DuringAsync(
            side,
            () =>
            {
                said.Add("measured");
                return Task.FromResult(5);
            },
            Stop);

        Assert.Equal(5, measured);
        Assert.Equal(["side begins", "measured", "side ends"], said);
    }

    [Fact]
    public async Task A_side_load_that_cannot_begin_says_so_in_place_of_a_measurement()
    {
        var side = new Told((_, _) => Task.FromException<SideLoadResult>(new IOException("no neighbour")));
        var error = await Assert.ThrowsAsync<IOException>(() => Beside.DuringAsync(side, () => Task.FromResult(0), Stop));
        Assert.Equal("no neighbour", error.Message);
    }

    [Fact]
    public async Task A_measurement_that_fails_ends_the_side_load_too()
    {
        var ended = false;
        var side = new Told(async (begun, over) =>
        {
            begun();
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, over).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            ended = true;
            return Nothing;
        });
        await Assert.ThrowsAsync<IOException>(() => Beside.DuringAsync(side, () => Task.FromException<int>(new IOException("gone")), Stop));
        Assert.True(ended);
    }

    private sealed class Told(Func<Action, CancellationToken, Task<SideLoadResult>> run) : ISideLoad<SideLoadResult>
    {
        public Task<SideLoadResult> RunAsync(Action begun, CancellationToken over) => run(begun, over);
    }
}
