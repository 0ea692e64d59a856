using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>
/// What the engine's limiter is told. It limits each memory and each table by itself, where a function's limits hold for all of an instance's together:
/// with several, each may grow to a common level chosen so that all at that level stay within the limit.
/// </summary>
internal sealed record InstanceLimits
{
    private const int PageBytes = 64 << 10;

    /// <summary>The function's limits that these were made of.</summary>
    public required InvocationLimits Source { get; init; }

    /// <summary>Bytes that a memory may grow to.</summary>
    public required long MemoryBytes { get; init; }

    /// <summary>Elements that a table may grow to.</summary>
    public required long TableElements { get; init; }

    /// <summary>Limits for instances of a module.</summary>
    /// <exception cref="FaultException">The module's own minimum is over them.</exception>
    public static InstanceLimits For(ModuleInterface module, InvocationLimits limits, EngineSizes sizes)
    {
        var memory = Level([.. module.Memories.Select(m => Scale(m, PageBytes))], limits.MemoryBytes);
        var table = Level([.. module.Tables], limits.TableElements);
        if (memory < 0)
        {
            throw new FaultException(FaultKind.MemoryLimit, NativeErrors.Component,
                $"The module starts with {module.Memories.Sum(m => (decimal)m.Minimum) * PageBytes} bytes of memory, its limit is {limits.MemoryBytes}. Raise the function's memory limit.");
        }

        if (table < 0)
        {
            throw new FaultException(FaultKind.TableLimit, NativeErrors.Component,
                $"The module starts with {module.Tables.Sum(t => (decimal)t.Minimum)} table elements, its limit is {limits.TableElements}.");
        }

        return new InstanceLimits
        {
            Source = limits,
            MemoryBytes = Math.Min(memory, sizes.MemoryBytes),
            TableElements = Math.Min(table, EngineSizes.TableElements),
        };
    }

    private static SizeLimits Scale(SizeLimits size, ulong unit) => new(
        Math.Min(size.Minimum, uint.MaxValue) * unit, size.Maximum is { } maximum ? Math.Min(maximum, uint.MaxValue) * unit : null);

    // The highest level L with sum(min(maximum, max(minimum, L))) <= total; at creation no minimum may lie above it, so L is at least the largest.
    private static long Level(SizeLimits[] sizes, long total)
    {
        if (sizes.Length == 0) return total;
        var largest = (long)sizes.Max(s => s.Minimum);
        if (sizes.Sum(s => (decimal)s.Minimum) > total) return -1;
        if (sizes.Length == 1) return total;
        var (low, high) = (largest, total);
        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (sizes.Sum(s => (decimal)Math.Min((long)(s.Maximum ?? long.MaxValue), Math.Max((long)s.Minimum, middle))) <= total) low = middle;
            else high = middle - 1;
        }

        return low;
    }
}
