using System.Net;

namespace EvalFaaS.Cli.Tests;

/// <summary>A request's body whose end is held back until the test lets it go.</summary>
internal sealed class HeldContent : HttpContent
{
    private readonly TaskCompletionSource _sent = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _finish = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when the body's beginning was sent.</summary>
    public Task Sent => _sent.Task;

    public void Finish() => _finish.SetResult();

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        await stream.WriteAsync("first "u8.ToArray());
        await stream.FlushAsync();
        _sent.SetResult();
        await _finish.Task;
        await stream.WriteAsync("and last"u8.ToArray());
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
