namespace EvalFaaS.Engines.Worker;

/// <summary>A request's head as it came over the socket: read only when the guest asks for something of it.</summary>
internal sealed class GuestRequestHead : RequestHead
{
    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly string[] _texts = new string[7];
    private byte[] _bytes = new byte[1 << 10];
    private int _length;
    private bool _read;

    /// <inheritdoc/>
    public override string Method => Texts[0];

    /// <inheritdoc/>
    public override string Path => Texts[1];

    /// <inheritdoc/>
    public override string FunctionPath => Texts[2];

    /// <inheritdoc/>
    public override string Query => Texts[3];

    /// <inheritdoc/>
    public override string Protocol => Texts[4];

    /// <inheritdoc/>
    public override string Host => Texts[5];

    /// <inheritdoc/>
    public override string RemoteAddress => Texts[6];

    public void Begin(ReadOnlySpan<byte> bytes)
    {
        if (_bytes.Length < bytes.Length) _bytes = new byte[bytes.Length];
        bytes.CopyTo(_bytes);
        _length = bytes.Length;
        _read = false;
    }

    /// <inheritdoc/>
    public override string? Header(string name)
    {
        _ = Texts;
        string? value = null;
        foreach (var header in _headers)
            if (header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)) value = value is null ? header.Value : $"{value}, {header.Value}";
        return value;
    }

    /// <inheritdoc/>
    public override void CopyHeaders(ICollection<KeyValuePair<string, string>> into)
    {
        _ = Texts;
        foreach (var header in _headers) into.Add(header);
    }

    private string[] Texts
    {
        get
        {
            if (_read) return _texts;
            var reader = new MessageReader(_bytes.AsSpan(0, _length));
            for (var i = 0; i < _texts.Length; i++) _texts[i] = reader.Text();
            _headers.Clear();
            HeadCodec.ReadHeaders(ref reader, _headers);
            reader.End();
            _read = true;
            return _texts;
        }
    }
}
