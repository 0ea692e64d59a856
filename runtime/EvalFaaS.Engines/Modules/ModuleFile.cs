using EvalFaaS.Model;

namespace EvalFaaS.Engines;

/// <summary>A module on disk, its digest and what an inspection found in it.</summary>
/// <param name="Path">The <c>.wasm</c> file; immutable as long as anything refers to it.</param>
/// <param name="Digest">Of its bytes.</param>
/// <param name="Interface">Imports, exports, memories, proposals.</param>
public sealed record ModuleFile(string Path, ModuleDigest Digest, ModuleInterface Interface);
