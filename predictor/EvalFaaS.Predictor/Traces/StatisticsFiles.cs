namespace EvalFaaS.Predictor.Traces;

/// <summary>The files beside the calls: how long they took, and how much memory the applications had.</summary>
public static class StatisticsFiles
{
    /// <summary>Durations by function.</summary>
    /// <param name="path">The file, with or without .gz.</param>
    /// <exception cref="TraceException">The header is wrong, a row damaged, or a function named twice.</exception>
    public static IReadOnlyDictionary<FunctionKey, DurationStatistics> Durations(string path)
    {
        using var table = new TableReader(path);
        int average = table.Require("Average"), count = table.Require("Count"), minimum = table.Require("Minimum"), maximum = table.Require("Maximum");
        int[] percentiles = [.. DurationStatistics.Levels.Select(level => table.Require($"percentile_Average_{level}"))];
        return Read(table, table.Require("HashFunction"), () => new DurationStatistics(
            table.Number(average), (long)table.Number(count), table.Number(minimum), table.Number(maximum), [.. percentiles.Select(table.Number)]));
    }

    /// <summary>Memory by function; in files that know applications only, by a key whose function is empty.</summary>
    /// <param name="path">The file, with or without .gz.</param>
    /// <exception cref="TraceException">The header is wrong, a row damaged, or a function named twice.</exception>
    public static IReadOnlyDictionary<FunctionKey, MemoryStatistics> Memory(string path)
    {
        using var table = new TableReader(path);
        int samples = table.Require("SampleCount"), average = table.Require("AverageAllocatedMb");
        int[] percentiles = [.. MemoryStatistics.Levels.Select(level => table.Require($"AverageAllocatedMb_pct{level}"))];
        return Read(table, table.Find("HashFunction"), () => new MemoryStatistics((long)table.Number(samples), table.Number(average), [.. percentiles.Select(table.Number)]));
    }

    private static Dictionary<FunctionKey, T> Read<T>(TableReader table, int function, Func<T> row)
    {
        int owner = table.Require("HashOwner"), app = table.Require("HashApp");
        var rows = new Dictionary<FunctionKey, T>();
        while (table.Read())
        {
            var key = table.Key(owner, app, function);
            if (!rows.TryAdd(key, row())) throw table.Problem($"{(function < 0 ? $"application {key.App}" : $"function {key}")} is there twice: remove one of the rows");
        }

        return rows;
    }
}
