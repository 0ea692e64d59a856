namespace EvalFaaS.Harness.Targets;

/// <summary>A neighbour that is a server of its own: it is started again whenever it ends, at once, as a supervisor would.</summary>
internal sealed class KeptNeighbour : INeighbour
{
    private readonly Func<CancellationToken, Task<INeighbourLife>> _start;
    private readonly CancellationTokenSource _over = new();
    private readonly Task _keeping;
    private int _restarts;

    private KeptNeighbour(ServedFunction served, INeighbourLife first, Func<CancellationToken, Task<INeighbourLife>> start)
    {
        Served = served;
        _start = start;
        _keeping = KeepAsync(first);
    }

    public ServedFunction Served { get; }

    public int Restarts => Volatile.Read(ref _restarts);

    /// <summary>Starts it, and looks after it from then on.</summary>
    /// <param name="served">Where each life of it is served.</param>
    /// <param name="start">Starts one, and returns when it listens.</param>
    /// <param name="cancellation">Gives up on the first.</param>
    public static async Task<KeptNeighbour> StartAsync(ServedFunction served, Func<CancellationToken, Task<INeighbourLife>> start, CancellationToken cancellation) =>
        new(served, await start(cancellation), start);

    public async ValueTask DisposeAsync()
    {
        await _over.CancelAsync();
        await _keeping;
        _over.Dispose();
    }

    private async Task KeepAsync(INeighbourLife life)
    {
        try
        {
            while (true)
            {
                await life.EndAsync(_over.Token);
                await life.DisposeAsync();
                life = NoLife.Instance;
                life = await StartAgainAsync();
            }
        }
        catch (Exception) when (_over.IsCancellationRequested)
        {
            // The trial is over, whatever was under way.
        }
        finally
        {
            await life.DisposeAsync();
        }
    }

    // One that ends before it listens, or does not come up, is followed by the next: what a supervisor does.
    private async Task<INeighbourLife> StartAgainAsync()
    {
        while (true)
        {
            _over.Token.ThrowIfCancellationRequested();
            Interlocked.Increment(ref _restarts);
            try
            {
                return await _start(_over.Token);
            }
            catch (Exception) when (!_over.IsCancellationRequested)
            {
                await Task.Yield();
            }
        }
    }

    private sealed class NoLife : INeighbourLife
    {
        public static NoLife Instance { get; } = new();

        public Task EndAsync(CancellationToken cancellation) => Task.CompletedTask;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
