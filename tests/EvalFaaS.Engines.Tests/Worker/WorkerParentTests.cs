using System.Diagnostics;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerParentTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("evalfaas-worker-parent-").FullName;

    [Fact]
    public async Task Workers_are_gone_when_their_parent_was_killed_even_while_a_guest_loops()
    {
        var token = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "EvalFaaS.Engines.Tests.Parent"), [Wat.File(_folder, WorkerGuests.Loop).Path]) { RedirectStandardOutput = true };
        using var parent = Process.Start(start)!;
        // The guest's one byte: it runs.
        Assert.Equal(1, await parent.StandardOutput.BaseStream.ReadAsync(new byte[1], token));
        var workers = ChildrenOf(parent.Id).Select(Process.GetProcessById).ToList();
        Assert.NotEmpty(workers);
        parent.Kill();
        foreach (var worker in workers)
        {
            await worker.WaitForExitAsync(token);
            worker.Dispose();
        }
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IEnumerable<int> ChildrenOf(int process) =>
        Directory.EnumerateDirectories($"/proc/{process}/task")
            .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(int.Parse);
}
