using CsCheck;
using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class CatalogueTests
{
    [Fact]
    public async Task Revisions_are_numbered_and_the_newest_is_current()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync(salt: 1);
        await bench.DeployAsync(salt: 2);
        await bench.DeployAsync(with: r => r with { Revision = "blue" });
        await bench.DeployAsync(salt: 3);

        Assert.Equal(["3", "blue", "2", "1"], bench.Runtime.Revisions(FunctionName.Parse("hello")).Select(f => f.Revision.Name.Revision));
        Assert.Equal("default/hello@3", bench.Find("hello").Name);
        Assert.Equal("default/hello@blue", bench.Runtime.Find("default", "hello", "blue")?.Name);
        Assert.Null(bench.Runtime.Find("default", "hello", "green"));
    }

    [Fact]
    public async Task A_revision_never_changes()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync(with: r => r with { Revision = "blue" });

        var fault = await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: r => r with { Revision = "blue" }));

        Assert.Equal(FaultKind.InvalidRequest, fault.Fault.Kind);
    }

    [Fact]
    public async Task Only_the_newest_revisions_are_kept()
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { RevisionsKept = 2 });
        for (var i = 0; i < 4; i++) await bench.DeployAsync(salt: i);

        Assert.Equal(["4", "3"], bench.Runtime.Revisions(FunctionName.Parse("hello")).Select(f => f.Revision.Name.Revision));
    }

    [Fact]
    public async Task Finding_a_function_allocates_nothing()
    {
        await using var bench = await RuntimeBench.StartAsync();
        await bench.DeployAsync();
        bench.Find("hello");
        var found = 0;

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            if (bench.Runtime.Find("default", "hello") is not null && bench.Runtime.Find("default", "nobody") is null) found++;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal((1_000, 0L), (found, allocated));
    }

    [Fact]
    public void Whatever_is_deployed_and_deleted_is_found_like_in_a_dictionary_also_after_restarts() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 2]).Array[1, 12].Sample(
            steps => Replay(steps).GetAwaiter().GetResult(), iter: 25, threads: 1);

    private static async Task Replay((int Action, int Function)[] steps)
    {
        string[] names = ["a", "b", "other/a"];
        var model = new Dictionary<string, List<string>>();
        await using var bench = await RuntimeBench.StartAsync();
        foreach (var (action, index) in steps)
        {
            var name = names[index];
            if (action == 4)
            {
                await bench.ReopenAsync();
            }
            else if (action == 3)
            {
                Assert.Equal(model.Remove(name), await bench.Runtime.DeleteAsync(FunctionName.Parse(name), CancellationToken.None));
            }
            else
            {
                var deployed = await bench.DeployAsync(name, salt: action);
                if (!model.TryGetValue(name, out var revisions)) model[name] = revisions = [];
                revisions.Insert(0, deployed.Revision.Name.Revision);
            }

            foreach (var n in names)
                Assert.Equal(model.GetValueOrDefault(n) ?? [], bench.Runtime.Revisions(FunctionName.Parse(n)).Select(f => f.Revision.Name.Revision));
        }
    }
}
