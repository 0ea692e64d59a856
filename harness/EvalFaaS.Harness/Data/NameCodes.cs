using System.Text;

namespace EvalFaaS.Harness.Data;

/// <summary>Gives each different text of a column a small number, so that a million rows keep a million numbers and a few texts.</summary>
internal sealed class NameCodes
{
    private readonly List<(byte[] Bytes, string Name)> _known = [([], "")];
    private int _last;

    /// <summary>The text of a number; 0 is the empty text.</summary>
    public string this[int code] => _known[code].Name;

    public int Of(ReadOnlySpan<byte> text)
    {
        if (text.SequenceEqual(_known[_last].Bytes)) return _last;
        for (var i = 0; i < _known.Count; i++)
            if (text.SequenceEqual(_known[i].Bytes)) return _last = i;
        _known.Add((text.ToArray(), Encoding.UTF8.GetString(text)));
        return _last = _known.Count - 1;
    }
}
