using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Modules from files of this host (<c>file:</c>).</summary>
public sealed class FileModuleSource : IModuleSource
{
    private const string Component = "source/file";

    /// <inheritdoc/>
    public ImmutableArray<string> Schemes { get; } = ["file"];

    /// <inheritdoc/>
    public async ValueTask<byte[]> FetchAsync(ModuleReference reference, long maximumBytes, CancellationToken cancellation)
    {
        var path = reference.Uri.LocalPath;
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, useAsync: true);
            return await BoundedRead.AllAsync(file, file.Length, maximumBytes, path, cancellation).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FaultException(FaultKind.ModuleUnavailable, Component, $"The module file {path} cannot be read: {e.Message}", inner: e);
        }
    }
}
