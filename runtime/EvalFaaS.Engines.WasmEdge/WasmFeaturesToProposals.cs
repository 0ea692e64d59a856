using EvalFaaS.Engines.WasmEdge.Interop;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Our names for proposals in the library's numbers.</summary>
internal static class WasmFeaturesToProposals
{
    /// <summary>Null for what is no single proposal.</summary>
    public static Proposal? Find(WasmFeatures feature) => feature switch
    {
        WasmFeatures.MutableGlobals => Proposal.MutableGlobals,
        WasmFeatures.SaturatingConversions => Proposal.SaturatingConversions,
        WasmFeatures.SignExtension => Proposal.SignExtension,
        WasmFeatures.MultiValue => Proposal.MultiValue,
        WasmFeatures.BulkMemory => Proposal.BulkMemory,
        WasmFeatures.ReferenceTypes => Proposal.ReferenceTypes,
        WasmFeatures.Simd => Proposal.Simd,
        WasmFeatures.TailCalls => Proposal.TailCalls,
        WasmFeatures.ExtendedConst => Proposal.ExtendedConst,
        WasmFeatures.MultiMemory => Proposal.MultiMemory,
        WasmFeatures.Memory64 => Proposal.Memory64,
        WasmFeatures.Threads => Proposal.Threads,
        WasmFeatures.RelaxedSimd => Proposal.RelaxedSimd,
        WasmFeatures.Exceptions => Proposal.Exceptions,
        WasmFeatures.GarbageCollection => Proposal.GarbageCollection,
        _ => null,
    };
}
