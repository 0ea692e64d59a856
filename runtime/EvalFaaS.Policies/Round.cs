namespace EvalFaaS.Policies;

/// <summary>Indices once round from a random one, so that the first of equals is not always the same.</summary>
internal struct Round(int count, ulong random)
{
    private readonly int _start = count > 0 ? Mixing.Below(Mixing.Low(random), count) : 0;
    private int _gone = -1;

    public readonly int Current => (_start + _gone) % count;

    public readonly Round GetEnumerator() => this;

    public bool MoveNext() => ++_gone < count;
}
