namespace EvalFaaS.Model;

/// <summary>How a module takes a request and gives its answer.</summary>
public enum ContractKind
{
    /// <summary>A WASI preview 1 command: <c>_start</c>, CGI/1.1 metadata in the environment, body on stdin, response on stdout.</summary>
    WasiCommand,

    /// <summary>EvalFaaS's own fast contract: <c>evalfaas_alloc</c>, <c>evalfaas_handle</c> and imports under <c>evalfaas</c>.</summary>
    Reactor,

    /// <summary>A component that exports <c>wasi:http/incoming-handler</c>. Known to keys and records; no engine here runs it yet.</summary>
    HttpComponent,
}
