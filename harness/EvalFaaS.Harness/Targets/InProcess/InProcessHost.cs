using System.Text.Json;
using EvalFaaS.Engines;
using EvalFaaS.Harness.Statistics;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>The process that has an engine in it and is told over its standard streams what to do; ends with its input.</summary>
public static class InProcessHost
{
    // The instance that N5 reuses, the one of the call itself, and room for one that is being put away.
    private const int InstancesBeside = 8;

    /// <summary>Serves until the input ends.</summary>
    /// <param name="provider">The engine.</param>
    /// <param name="instances">Live instances that will be asked for at most; 0 for the engine's own default.</param>
    /// <param name="slowdown">The share by which calls are made longer, 0 for not at all.</param>
    /// <param name="input">Requests, one a line.</param>
    /// <param name="output">Answers, one a line.</param>
    public static async Task RunAsync(IEngineProvider provider, int instances, double slowdown, TextReader input, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("evalfaas-inproc-").FullName;
        var functions = new Dictionary<string, InProcessFunctionHost>();
        try
        {
            using var engine = provider.Create(new EngineOptions { MaximumInstances = instances == 0 ? 0 : instances + InstancesBeside });
            while (await input.ReadLineAsync() is { } line)
            {
                var request = JsonSerializer.Deserialize<InProcessRequest>(line, InProcessRequest.Json)!;
                InProcessAnswer answer;
                try
                {
                    answer = await AnswerAsync(request, engine, slowdown, functions, folder);
                }
                catch (Exception e)
                {
                    answer = new InProcessAnswer(e.Message);
                }

                await output.WriteLineAsync(JsonSerializer.Serialize(answer, InProcessRequest.Json));
                await output.FlushAsync();
            }
        }
        finally
        {
            foreach (var function in functions.Values) await function.DisposeAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<InProcessAnswer> AnswerAsync(InProcessRequest request, IWasmEngine engine, double slowdown, Dictionary<string, InProcessFunctionHost> functions, string folder)
    {
        switch (request.Operation)
        {
            case InProcessOperation.Describe:
                var description = engine.Description;
                var settings = description.Settings.Select(s => new KeyValuePair<string, string>(s.Name, s.Value));
                if (slowdown > 0) settings = settings.Append(new("injected slowdown", new Margin(slowdown).ToString()));
                return new InProcessAnswer(Settings: [.. settings], Version: description.Version);
            case InProcessOperation.Deploy:
                var asked = new RequestCase(request.Method, request.Path, request.Headers ?? [], request.Body, request.Expected is null ? null : (ReadOnlyMemory<byte>?)request.Expected);
                var limits = new InvocationLimits();
                if (request.MemoryBytes is { } memory) limits = limits with { MemoryBytes = memory };
                functions[request.Name] = await InProcessFunctionHost.CreateAsync(engine, request.Module, asked, limits, folder, slowdown);
                return new InProcessAnswer();
            case InProcessOperation.Start:
                return await functions[request.Name].StartOnceAsync(request.State);
            case InProcessOperation.Hold:
                return await functions[request.Name].HoldAsync(request.Count);
            default:
                return new InProcessAnswer(Loads: functions.Values.Sum(f => f.Loads));
        }
    }
}
