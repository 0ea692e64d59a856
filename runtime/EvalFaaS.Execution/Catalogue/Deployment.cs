using EvalFaaS.Engines;
using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The steps of a deployment: validate, fetch, inspect, store, compile and load, then enter it into the catalogue. The catalogue comes last, so that what is served works.</summary>
internal sealed class Deployment(
    RuntimeOptions options, EngineSet engines, ModuleFetcher fetcher, ContentStore store, ModuleCache modules, Catalogue catalogue, KeepEvents events, HostImports imports, TimeProvider time)
{
    private const string Component = "deploy";

    public async Task<FunctionRevision> DeployAsync(DeployRequest request, CancellationToken cancellation)
    {
        if (request.Validate() is { Count: > 0 } problems)
            throw new FaultException(FaultKind.InvalidRequest, Component, string.Join(" ", problems));
        var engineName = request.Engine ?? options.DefaultEngine ?? engines.Names.First();
        var engine = engines.Get(engineName).Description;
        var bytes = await fetcher.FetchAsync(request, cancellation).ConfigureAwait(false);
        var module = ModuleInspector.Inspect(bytes.Span);
        var contract = ModuleAcceptance.Check(request, module, engine, imports);
        var digest = request.Digest ?? ModuleDigest.Of(bytes.Span);

        // Until the catalogue pins it, nobody else needs it and it might be evicted.
        store.Pins.Add(digest);
        try
        {
            var path = store.Modules.PathOf(digest);
            store.Modules.Put(digest, bytes.Span);
            store.Added(path);
            var slot = modules.Slot(new CodeKey(engineName, request.TrustDomain, digest));
            slot.File ??= new ModuleFile(path, digest, module);
            if (modules.Load(slot) is { } flight) await flight.Task.WaitAsync(cancellation).ConfigureAwait(false);
            var function = catalogue.Add(request.Function, request.Revision, name => Revision(request, name, digest, contract, engineName), request.Source);
            events.Add(new KeepEvent { Kind = KeepEventKind.Loaded, Function = function, AtNs = time.NowNs() });
            return function.Revision;
        }
        finally
        {
            store.Pins.Remove(digest);
        }
    }

    private FunctionRevision Revision(DeployRequest request, RevisionName name, ModuleDigest digest, ContractKind contract, string engine) => new()
    {
        Name = name,
        Module = digest,
        Contract = contract,
        Engine = engine,
        Limits = request.Limits,
        Concurrency = request.Concurrency,
        QueueLength = request.QueueLength,
        MaxInvocations = request.MaxInvocations,
        Environment = request.Environment,
        Arguments = request.Arguments,
        Directories = request.Directories,
        Scratch = request.Scratch,
        TrustDomain = request.TrustDomain,
        Created = time.GetUtcNow(),
    };
}
