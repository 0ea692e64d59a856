namespace EvalFaaS.Harness.Load;

/// <summary>A growing list of samples that never moves one: growing in the middle of a load must not cost a copy.</summary>
public sealed class SampleList
{
    private const int ChunkBits = 14;
    private const int ChunkSize = 1 << ChunkBits;
    private readonly List<LoadSample[]> _chunks = [];

    /// <summary>Samples held.</summary>
    public int Count { get; private set; }

    /// <summary>The i-th sample, to read and to change.</summary>
    public ref LoadSample this[int i] => ref _chunks[i >> ChunkBits][i & (ChunkSize - 1)];

    /// <summary>Makes room for so many, so that none is made while the load runs.</summary>
    public void Reserve(int count)
    {
        while (_chunks.Count << ChunkBits < count) _chunks.Add(new LoadSample[ChunkSize]);
    }

    /// <summary>Adds an empty sample and tells its index.</summary>
    public int Add()
    {
        Reserve(Count + 1);
        return Count++;
    }
}
