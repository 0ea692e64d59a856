namespace EvalFaaS.Engines.Tests;

public sealed class WorkerEchoTests(WorkerFixture fixture) : IClassFixture<WorkerFixture>
{
    [Fact]
    public async Task A_small_body_goes_there_and_back()
    {
        var invocation = new TestInvocation("hello");
        Assert.Null((await WorkerFixture.InvokeAsync(await fixture.LoadAsync(Guests.Echo), invocation)).Fault);
        Assert.Equal("hello", await invocation.ResponseTextAsync());
    }
}
