using System.Text;
using EvalFaaS.Engines.Wasmtime.Interop;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>
/// Tells, after a trap, whether growing was probably refused before. The engine's limiter answers a refused growth with -1 and keeps no count,
/// so the sizes are the evidence: what grew since the start and has passed half of its limit could not have doubled once more.
/// A single request far beyond the limit leaves no evidence and stays a plain trap; so does a table that is not exported.
/// </summary>
internal readonly unsafe struct GrowthEvidence(
    nint context, NativeInstance* instance, ModuleInterface module, InstanceLimits limits, NativeStorage* memory, nuint startBytes)
{
    public bool MemoryNearLimit()
    {
        if (memory is null) return false;
        var bytes = InstanceApi.MemorySize(context, memory);
        return bytes > startBytes && bytes > (ulong)limits.MemoryBytes / 2;
    }

    public bool TableNearLimit()
    {
        foreach (var export in module.Exports)
        {
            if (export.Kind != ExternalKind.Table) continue;
            var name = Encoding.UTF8.GetBytes(export.Name);
            NativeExtern item;
            fixed (byte* text = name)
                if (!InstanceApi.Export(context, instance, text, (nuint)name.Length, &item) || item.Kind != NativeExtern.Table) continue;
            var elements = InstanceApi.TableSize(context, &item.AsStorage);
            if (elements > module.Tables[export.Index].Minimum && elements > (ulong)limits.TableElements / 2) return true;
        }

        return false;
    }
}
