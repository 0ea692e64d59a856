namespace EvalFaaS.Engines.Worker;

/// <summary>Status and headers inside the worker: sent before the body's first byte, and only where the guest set any.</summary>
internal sealed class GuestResponseHead(DataChannel channel)
{
    private const int Default = 200;
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private int _status = Default;
    private bool _sent;

    public void Begin()
    {
        _headers.Clear();
        _status = Default;
        _sent = false;
    }

    public void SetStatus(int status) => _status = status;

    public void Add(string name, string value) => _headers.Add(new(name, value));

    public void Emit()
    {
        if (_sent) return;
        _sent = true;
        if (_status == Default && _headers.Count == 0) return;
        channel.Writer.Begin(FrameKind.Head);
        channel.Writer.UInt16((ushort)_status);
        HeadCodec.WriteHeaders(channel.Writer, _headers);
        channel.Writer.End();
    }
}
