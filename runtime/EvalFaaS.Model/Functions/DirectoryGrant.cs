namespace EvalFaaS.Model;

/// <summary>A host directory that a function may see.</summary>
/// <param name="HostPath">An absolute path on the host.</param>
/// <param name="GuestPath">Where the guest sees it, for example <c>/data</c>.</param>
/// <param name="ReadOnly">Whether writing is refused. Default true.</param>
public sealed record DirectoryGrant(string HostPath, string GuestPath, bool ReadOnly = true);
