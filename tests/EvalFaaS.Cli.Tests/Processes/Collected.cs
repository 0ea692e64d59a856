using System.Text;

namespace EvalFaaS.Cli.Tests;

/// <summary>What a stream of a child process has said so far; a test can wait until it has said something.</summary>
internal sealed class Collected
{
    private readonly MemoryStream _bytes = new();
    private readonly Lock _lock = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Collected(Stream stream) => End = Task.Run(() => ReadAsync(stream));

    /// <summary>Ends with the stream.</summary>
    public Task End { get; }

    public byte[] Bytes
    {
        get
        {
            lock (_lock) return _bytes.ToArray();
        }
    }

    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Waits until it has said this, and gives all it has said.</summary>
    public async Task<string> WaitForAsync(string part, CancellationToken cancellation)
    {
        while (true)
        {
            var ended = End.IsCompleted;
            Task more;
            lock (_lock) more = _more.Task;
            if (Text is var text && text.Contains(part, StringComparison.Ordinal)) return text;
            if (ended) Assert.Fail($"It ended without saying '{part}': {text}");
            await Task.WhenAny(more, End).WaitAsync(cancellation);
        }
    }

    private async Task ReadAsync(Stream stream)
    {
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer) is > 0 and var length)
        {
            lock (_lock)
            {
                _bytes.Write(buffer, 0, length);
                _more.SetResult();
                _more = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
