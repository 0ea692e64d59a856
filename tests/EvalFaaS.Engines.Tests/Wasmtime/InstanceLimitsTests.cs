using EvalFaaS.Engines.Wasmtime;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class InstanceLimitsTests
{
    private static readonly EngineSizes Sizes = new() { Slots = 10, MemoryBytes = 4L << 30 };

    [Fact]
    public void A_single_table_has_the_whole_limit() => Assert.Equal(100, Limits(100, new SizeLimits(5, null)).TableElements);

    [Fact]
    public void Several_tables_share_the_limit_at_a_common_level() =>
        Assert.Equal(45, Limits(100, new SizeLimits(5, 10), new SizeLimits(1, null), new SizeLimits(0, null)).TableElements);

    [Fact]
    public void The_common_level_is_never_below_what_a_table_starts_with() =>
        Assert.Equal(80, Limits(100, new SizeLimits(80, null), new SizeLimits(20, null)).TableElements);

    [Fact]
    public void Starting_sizes_over_the_limit_are_refused()
    {
        var thrown = Assert.Throws<FaultException>(() => Limits(100, new SizeLimits(80, null), new SizeLimits(21, null)));
        Assert.Equal(FaultKind.TableLimit, thrown.Fault.Kind);
    }

    private static InstanceLimits Limits(int elements, params SizeLimits[] tables)
    {
        var module = new ModuleInterface { Imports = [], Exports = [], Memories = [], Tables = [.. tables], Features = WasmFeatures.None, Contract = null };
        return InstanceLimits.For(module, new InvocationLimits { TableElements = elements }, Sizes);
    }
}
