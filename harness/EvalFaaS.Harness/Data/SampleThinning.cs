namespace EvalFaaS.Harness.Data;

/// <summary>Chooses which samples of a long trial are kept: each set of the wanted size is equally likely (Knuth, TAOCP 2, 3.4.2, algorithm S).</summary>
internal static class SampleThinning
{
    /// <summary>Indices of the kept samples, ascending.</summary>
    public static IEnumerable<int> Choose(int count, int keep, int seed, int trial)
    {
        var random = new Random(HashCodeOf(seed, trial));
        var left = keep;
        for (var i = 0; i < count && left > 0; i++)
        {
            if (random.NextInt64(count - i) >= left) continue;
            left--;
            yield return i;
        }
    }

    // Fixed arithmetic, since HashCode.Combine differs from process to process.
    private static int HashCodeOf(int seed, int trial) => unchecked(seed * 486187739 + trial * 16777619);
}
