using System.Runtime.InteropServices;

namespace EvalFaaS.Engines.Wasmtime.Interop;

/// <summary>Owns a <c>wasm_config_t</c> until an engine takes it.</summary>
internal sealed class ConfigHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        ConfigApi.Delete(handle);
        return true;
    }
}

/// <summary>Owns a <c>wasmtime_pooling_allocation_config_t</c>.</summary>
internal sealed class PoolConfigHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        PoolConfigApi.Delete(handle);
        return true;
    }
}

/// <summary>Owns a <c>wasm_engine_t</c>.</summary>
internal sealed class EngineHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        EngineApi.Delete(handle);
        return true;
    }
}

/// <summary>Owns a <c>wasmtime_module_t</c>.</summary>
internal sealed class CodeHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        ModuleApi.Delete(handle);
        return true;
    }
}

/// <summary>Owns a <c>wasmtime_linker_t</c>.</summary>
internal sealed class LinkerHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        LinkerApi.Delete(handle);
        return true;
    }
}

/// <summary>Owns a <c>wasmtime_instance_pre_t</c>.</summary>
internal sealed class InstancePreHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        InstanceApi.DeletePre(handle);
        return true;
    }
}
