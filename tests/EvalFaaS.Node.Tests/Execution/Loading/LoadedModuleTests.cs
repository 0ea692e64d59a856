namespace EvalFaaS.Execution.Tests;

public sealed class LoadedModuleTests
{
    [Fact]
    public async Task Nobody_acquires_a_module_that_was_closed_and_nobody_closes_one_in_use()
    {
        const int threads = 2, uses = 100;
        for (var round = 0; round < 50; round++)
        {
            var module = new LoadedModule(null!);
            var (inside, closed, wrong) = (0, 0, 0);
            using var barrier = new Barrier(threads + 1);
            var users = Enumerable.Range(0, threads).Select(_ => Task.Run(() =>
            {
                barrier.SignalAndWait(TestContext.Current.CancellationToken);
                for (var i = 0; i < uses && module.TryAcquire(); i++)
                {
                    Interlocked.Increment(ref inside);
                    if (Volatile.Read(ref closed) != 0) Interlocked.Increment(ref wrong);
                    Interlocked.Decrement(ref inside);
                    module.Release();
                }
            }, TestContext.Current.CancellationToken)).ToArray();

            barrier.SignalAndWait(TestContext.Current.CancellationToken);
            while (!module.TryClose()) Thread.Yield();
            Volatile.Write(ref closed, 1);
            await Task.WhenAll(users);

            Assert.Equal((0, 0), (inside, wrong));
            Assert.False(module.TryAcquire());
        }
    }
}
