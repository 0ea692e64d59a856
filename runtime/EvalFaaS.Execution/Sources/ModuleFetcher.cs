using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>Brings modules here from whatever source serves them, and checks that they are what was asked for.</summary>
internal sealed class ModuleFetcher(ImmutableArray<IModuleSource> sources, long maximumBytes, RuntimeCounters counters)
{
    /// <summary>The bytes of a request's module.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> FetchAsync(DeployRequest request, CancellationToken cancellation)
    {
        if (request.Bytes is not { } bytes) bytes = await FetchAsync(request.Source!, cancellation).ConfigureAwait(false);
        else if (bytes.Length > maximumBytes) throw BoundedRead.TooLarge("sent", $"{bytes.Length} bytes", maximumBytes);
        if (request.Digest is { } digest) Require(digest, bytes.Span, "sent");
        return bytes;
    }

    /// <summary>The bytes of a module that was here before.</summary>
    public async ValueTask<byte[]> FetchAgainAsync(ModuleReference? source, ModuleDigest digest, CancellationToken cancellation)
    {
        if (source is null)
            throw new FaultException(FaultKind.ModuleUnavailable, "store", $"The module {digest} is not in the store any more or is damaged, and it was deployed by its bytes, so it cannot be fetched. Deploy it again.");
        var bytes = await FetchAsync(source, cancellation).ConfigureAwait(false);
        Require(digest, bytes, source.Uri.ToString());
        return bytes;
    }

    private async ValueTask<byte[]> FetchAsync(ModuleReference reference, CancellationToken cancellation)
    {
        var source = sources.FirstOrDefault(s => s.Schemes.Contains(reference.Uri.Scheme)) ?? throw new FaultException(
            FaultKind.InvalidRequest, "source",
            $"No source serves '{reference.Uri.Scheme}:' ({reference.Uri}). Known: {string.Join(", ", sources.SelectMany(s => s.Schemes).Select(s => s + ":"))}");
        var bytes = await source.FetchAsync(reference, maximumBytes, cancellation).ConfigureAwait(false);
        Interlocked.Increment(ref counters.FetchesCount);
        if (reference.Digest is { } digest) Require(digest, bytes, reference.Uri.ToString());
        return bytes;
    }

    private static void Require(ModuleDigest expected, ReadOnlySpan<byte> bytes, string origin)
    {
        var found = ModuleDigest.Of(bytes);
        if (found != expected)
            throw new FaultException(FaultKind.DigestMismatch, "source", $"The module ({origin}) is not the one asked for: its digest is {found}, asked for was {expected}. Check the file or correct the digest.");
    }
}
