using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>A place that modules come from. Files and HTTP are here; registries and peers join by implementing it.</summary>
public interface IModuleSource
{
    /// <summary>The URI schemes that it serves, in lower case, for example <c>https</c>.</summary>
    ImmutableArray<string> Schemes { get; }

    /// <summary>Reads a module's bytes. Need not check the digest: the caller does.</summary>
    /// <param name="reference">Which module; its scheme is one of <see cref="Schemes"/>.</param>
    /// <param name="maximumBytes">More than this is a fault.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="FaultException"><see cref="FaultKind.ModuleUnavailable"/> with what is wrong and whether a retry may help; <see cref="FaultKind.ModuleUnsupported"/> when it is too large.</exception>
    ValueTask<byte[]> FetchAsync(ModuleReference reference, long maximumBytes, CancellationToken cancellation);
}
