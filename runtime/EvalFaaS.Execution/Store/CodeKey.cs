using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>What compiled code belongs to.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="TrustDomain">Whose code it is.</param>
/// <param name="Module">The module.</param>
internal readonly record struct CodeKey(string Engine, string TrustDomain, ModuleDigest Module);
