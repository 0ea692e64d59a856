using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class StoreBoundTests
{
    [Fact]
    public void What_nobody_needs_goes_first_and_longest_unused_first()
    {
        using var directory = new TemporaryDirectory();
        var counters = new RuntimeCounters();
        var store = new ContentStore(directory.Path, new DiskFileLayer(), maximumBytes: 3_000, counters);
        var modules = Enumerable.Range(0, 4).Select(i => Put(store, (byte)i)).ToArray();
        store.Pins.Add(modules[0]);
        for (var i = 0; i < 4; i++) File.SetLastWriteTimeUtc(store.Modules.PathOf(modules[i]), DateTime.UnixEpoch.AddDays(i));

        store.Added(store.Modules.PathOf(modules[3]));

        Assert.Equal([true, false, true, true], modules.Select(m => File.Exists(store.Modules.PathOf(m))));
        Assert.Equal(1, counters.Evictions);
    }

    [Fact]
    public void What_is_needed_stays_though_the_bound_is_passed()
    {
        using var directory = new TemporaryDirectory();
        var store = new ContentStore(directory.Path, new DiskFileLayer(), maximumBytes: 500, new RuntimeCounters());
        var module = Put(store, 1);
        store.Pins.Add(module);

        store.Added(store.Modules.PathOf(module));

        Assert.True(File.Exists(store.Modules.PathOf(module)));
    }

    [Fact]
    public async Task Modules_of_deleted_functions_make_room_for_new_ones()
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { MaximumStoreBytes = 1 << 20, MaximumModuleBytes = 1 << 20 });
        await bench.DeployAsync("old", r => r with { Bytes = Padded(1) });
        await bench.Runtime.DeleteAsync(FunctionName.Parse("old"), TestContext.Current.CancellationToken);

        await bench.DeployAsync("new", r => r with { Bytes = Padded(2) });

        Assert.Single(Directory.GetFiles(bench.Data, "*.wasm", SearchOption.AllDirectories));
    }

    private static ModuleDigest Put(ContentStore store, byte fill)
    {
        var bytes = Enumerable.Repeat(fill, 1_000).ToArray();
        var digest = ModuleDigest.Of(bytes);
        store.Modules.Put(digest, bytes);
        return digest;
    }

    /// <summary>A valid module of 700 KB: a custom section that nobody reads.</summary>
    private static byte[] Padded(byte fill)
    {
        const int length = 700_000;
        byte[] section = [0, (byte)((length & 0x7F) | 0x80), (byte)(((length >> 7) & 0x7F) | 0x80), length >> 14, 1, (byte)'p'];
        return [.. TestModules.Reactor(), .. section, .. Enumerable.Repeat(fill, length - 2)];
    }
}
