using EvalFaaS.Engines.WasmEdge.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.WasmEdge;

/// <summary>Whether this machine's library is one that the declarations in Interop were written for.</summary>
internal static class Compatibility
{
    /// <summary>The release whose headers Interop follows. Others number proposals and lay out values differently: each needs its own check before it is named here.</summary>
    public static Version Release { get; } = new(0, 14);

    /// <summary>Null, or what is missing and how to have it.</summary>
    public static string? WhyUnavailable()
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess) return "WasmEdge is used here on 64-bit Linux only.";
        if (!Library.IsPresent())
            return $"{Library.Name} was not found. Install WasmEdge {Release}: on Debian 13 and Ubuntu 24.04 and later `apt-get install libwasmedge0`.";
        var found = Library.Version();
        return found.Major == Release.Major && found.Minor == Release.Minor ? null
            : $"{Library.Name} is version {found}; supported is {Release}.x, whose structures and numbers this build knows. Install that one.";
    }

    /// <summary>Throws what <see cref="WhyUnavailable"/> says, or that values are not laid out as expected.</summary>
    public static void Demand()
    {
        if (WhyUnavailable() is { } why) throw new FaultException(FaultKind.EngineUnavailable, WasmEdgeEngine.Component, why);
        if (LayoutProbe.WhatDiffers() is { } difference)
            throw new FaultException(FaultKind.EngineUnavailable, WasmEdgeEngine.Component, $"{Library.Name} {Library.Version()} does not lay out values as its headers say: {difference}. Install the distribution's own build.");
    }
}
