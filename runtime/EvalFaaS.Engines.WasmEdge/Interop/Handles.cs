using Microsoft.Win32.SafeHandles;

namespace EvalFaaS.Engines.WasmEdge.Interop;

/// <summary>WasmEdge_ConfigureContext.</summary>
internal sealed class ConfigureHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Configure.Delete(handle);
        return true;
    }
}

/// <summary>WasmEdge_ASTModuleContext: a loaded module; read by any number of threads.</summary>
internal sealed class AstModuleHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Modules.AstDelete(handle);
        return true;
    }
}

/// <summary>WasmEdge_ExecutorContext.</summary>
internal sealed class ExecutorHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Executor.Delete(handle);
        return true;
    }
}

/// <summary>WasmEdge_StoreContext.</summary>
internal sealed class StoreHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Executor.StoreDelete(handle);
        return true;
    }
}

/// <summary>WasmEdge_StatisticsContext: counts a guest's cost.</summary>
internal sealed class StatisticsHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Statistics.Delete(handle);
        return true;
    }
}

/// <summary>WasmEdge_ModuleInstanceContext that the host made: its functions.</summary>
internal sealed class HostModuleHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Instances.Delete(handle);
        return true;
    }
}

/// <summary>WasmEdge_Async.</summary>
internal sealed class AsyncHandle() : SafeHandleZeroOrMinusOneIsInvalid(ownsHandle: true)
{
    protected override bool ReleaseHandle()
    {
        Executor.AsyncDelete(handle);
        return true;
    }
}
