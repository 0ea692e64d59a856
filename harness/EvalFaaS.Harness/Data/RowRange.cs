using System.Collections;

namespace EvalFaaS.Harness.Data;

/// <summary>Rows that follow each other, as a trial's do in a file that a run wrote.</summary>
internal sealed class RowRange(int start, int count) : IReadOnlyList<int>
{
    public int Count => count;

    public int this[int index] => start + index;

    public IEnumerator<int> GetEnumerator() => Enumerable.Range(start, count).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
