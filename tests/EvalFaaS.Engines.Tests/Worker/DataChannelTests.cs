using CsCheck;
using EvalFaaS.Engines.Worker;

namespace EvalFaaS.Engines.Tests;

public sealed class DataChannelTests
{
    [Fact]
    public void Frames_of_any_sizes_arrive_whole_and_in_order() => Gen.Int[0, 300_000].Array[1, 12].Sample(sizes =>
    {
        var (near, far) = SocketPairs.Create();
        using var sender = new DataChannel(near);
        using var receiver = new DataChannel(far);
        var sending = Task.Factory.StartNew(() => Send(sender, sizes), TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        foreach (var size in sizes)
        {
            Assert.Equal(ReadStatus.Frame, receiver.Read(out var kind, out var payload));
            Assert.Equal(FrameKind.Chunk, kind);
            Assert.Equal(size, payload.Length);
            Assert.True(payload.IndexOfAnyExcept((byte)size) < 0);
        }

        sending.GetAwaiter().GetResult();
    }, iter: 100);

    [Fact]
    public void A_read_gives_up_when_its_patience_is_over()
    {
        var (near, far) = SocketPairs.Create();
        using var silent = new DataChannel(far);
        using var channel = new DataChannel(near);
        channel.SetPatience(TimeSpan.FromMilliseconds(1));
        Assert.Equal(ReadStatus.TimedOut, channel.Read(out _, out _));
    }

    [Fact]
    public void The_other_sides_end_is_seen_by_reads_and_writes()
    {
        var (near, far) = SocketPairs.Create();
        using var channel = new DataChannel(near);
        Assert.True(channel.IsOpen);
        far.Dispose();
        Assert.False(channel.IsOpen);
        Assert.Equal(ReadStatus.Closed, channel.Read(out _, out _));
        channel.Writer.Begin(FrameKind.Pull);
        channel.Writer.End();
        Assert.Throws<ChannelClosedException>(channel.Flush);
    }

    [Fact]
    public void A_frame_that_announces_more_than_is_carried_is_a_breach()
    {
        var (near, far) = SocketPairs.Create();
        using var sender = new DataChannel(near);
        using var receiver = new DataChannel(far);
        sender.Writer.Raw([0xFF, 0xFF, 0xFF, 0x7F, 1, 0, 0, 0]);
        sender.Flush();
        Assert.Throws<ProtocolException>(() => receiver.Read(out _, out _));
    }

    private static void Send(DataChannel channel, int[] sizes)
    {
        foreach (var size in sizes)
        {
            channel.Writer.Begin(FrameKind.Chunk);
            channel.Writer.Space(size).Fill((byte)size);
            channel.Writer.End();
            if (size % 2 == 0) channel.Flush();
        }

        channel.Flush();
    }
}
