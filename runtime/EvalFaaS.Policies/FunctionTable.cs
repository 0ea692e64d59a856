namespace EvalFaaS.Policies;

/// <summary>Grows arrays that are indexed by a function's or an endpoint's number.</summary>
internal static class FunctionTable
{
    /// <summary>Makes the array reach the index, at least doubling it.</summary>
    public static void Reach<T>(ref T[] table, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        if (index >= table.Length) Array.Resize(ref table, Math.Max(index + 1, Math.Max(16, table.Length * 2)));
    }
}
