namespace EvalFaaS.Harness.Load;

/// <summary>Request bodies of random size: the beginnings of one text, so that no request needs memory of its own.</summary>
public sealed class Payload
{
    private readonly byte[] _text;

    /// <summary>Bodies by a law.</summary>
    /// <param name="law">How their sizes are distributed.</param>
    /// <param name="echoed">Whether the right answer is the body itself.</param>
    public Payload(PayloadLaw law, bool echoed)
    {
        Law = law;
        IsEchoed = echoed;
        _text = new byte[law.Largest];
        // Printable, and not the same everywhere: a body that came back shifted must not pass for the right one.
        for (var i = 0; i < _text.Length; i++) _text[i] = (byte)(' ' + 1 + (i + i / 93) % 93);
    }

    /// <summary>How sizes are distributed.</summary>
    public PayloadLaw Law { get; }

    /// <summary>Whether the right answer is the body itself.</summary>
    public bool IsEchoed { get; }

    /// <summary>The body of a size.</summary>
    public ReadOnlyMemory<byte> OfSize(int size) => _text.AsMemory(0, size);
}
