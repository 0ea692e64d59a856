using EvalFaaS.Engines;
using EvalFaaS.Engines.Worker;

// Has worker processes, one of them in a guest that never ends, and waits to be killed.
// Argument: a module that writes one byte and then loops.
var file = ModuleFile.Open(args[0]);
using var engine = new WorkerEngineProvider("wasmtime-worker", "wasmtime").Create(new EngineOptions { Workers = 2, MaximumInstances = 4 });
var code = args[0] + ".code";
await engine.CompileAsync(file, code, CancellationToken.None);
using var module = await engine.LoadAsync(file, code, StandardImports.All, CancellationToken.None);
var invocation = new ConsoleInvocation();
using var instance = await module.InstantiateAsync(invocation.Limits, invocation.Cancellation);
await instance.InvokeAsync(invocation, invocation.Cancellation);
