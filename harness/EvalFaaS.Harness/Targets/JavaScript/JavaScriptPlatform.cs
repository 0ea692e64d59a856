using System.Runtime.InteropServices;

namespace EvalFaaS.Harness.Targets.JavaScript;

/// <summary>A JavaScript runtime or framework: what starts it, and what is to be known of it. Its files lie in scenarios/platforms/NAME.</summary>
internal sealed record JavaScriptPlatform
{
    public required string Name { get; init; }

    /// <summary>The package of the npm registry that it is; null where it is Node.js itself.</summary>
    public string? Package { get; init; }

    public required string Licence { get; init; }

    /// <summary>What a function runs in that serves all requests.</summary>
    public required string IsolatedBy { get; init; }

    /// <summary>What each request gets where a fresh instance is asked for (state N4), or null where the platform has nothing of the kind.</summary>
    public string? FreshBy { get; init; }

    /// <summary>Whether it runs on Node.js.</summary>
    public bool NeedsNode { get; init; }

    /// <summary>Program (below the deployment's folder, or by name) and arguments.</summary>
    public required Func<JavaScriptStart, IReadOnlyList<string>> Command { get; init; }

    private static string Architecture(string x64, string arm64) => RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? arm64 : x64;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<JavaScriptPlatform> All { get; } =
    [
        new()
        {
            Name = "workerd", Package = "workerd", Licence = "Apache-2.0",
            IsolatedBy = "a V8 isolate without network or files in a process that may hold many (Cloudflare's JavaScript runtime)",
            FreshBy = "a V8 isolate of its own, made by its worker loader",
            // The worker loader is still marked as experimental.
            Command = s => [$"node_modules/@cloudflare/workerd-linux-{Architecture("64", "arm64")}/bin/workerd", "serve", "--experimental", $"--socket-addr=http={s.Address}", s.Fresh ? "fresh.capnp" : "serve.capnp"],
        },
        new()
        {
            Name = "deno", Package = "deno", Licence = "MIT",
            IsolatedBy = "a process; Deno's permissions grant its own port and folder (a JavaScript runtime)",
            FreshBy = "a web worker, which is a V8 isolate on a thread of its own",
            Command = s =>
            [
                $"node_modules/@deno/linux-{Architecture("x64", "arm64")}-glibc/deno", "run", "--no-config", "--no-lock", "--cached-only", "--no-prompt",
                $"--allow-net={s.Address}", $"--allow-read={s.Folder}", s.Script, s.Port,
            ],
        },
        new()
        {
            Name = "bun", Package = "bun", Licence = "MIT",
            IsolatedBy = "a process, no permissions taken away (a JavaScript runtime)",
            FreshBy = "a web worker, which is a JavaScriptCore context on a thread of its own",
            Command = s => [$"node_modules/@oven/bun-linux-{Architecture("x64", "aarch64")}/bin/bun", "run", "--no-install", s.Script, s.Port],
        },
        new()
        {
            Name = "node", Licence = "MIT", NeedsNode = true,
            IsolatedBy = "a process, no permissions taken away (a JavaScript runtime)",
            FreshBy = "a worker thread, which is a V8 isolate of its own",
            Command = s => ["node", s.Script, s.Port],
        },
        new()
        {
            Name = "functions-framework", Package = "@google-cloud/functions-framework", Licence = "Apache-2.0", NeedsNode = true,
            IsolatedBy = "a process, no permissions taken away (Google's functions framework on Node.js)",
            Command = s => ["node", s.Script, s.Port],
        },
        new()
        {
            Name = "lambda-local", Package = "lambda-local", Licence = "MIT", NeedsNode = true,
            IsolatedBy = "a process, no permissions taken away (an emulation of AWS Lambda's Node.js runtime)",
            Command = s => ["node", s.Script, s.Port],
        },
    ];
}

/// <summary>One start of a platform.</summary>
/// <param name="Folder">The deployment's folder.</param>
/// <param name="Address">Where it is to listen.</param>
/// <param name="Fresh">Whether each request is to get a fresh instance.</param>
internal sealed record JavaScriptStart(string Folder, System.Net.IPEndPoint Address, bool Fresh)
{
    /// <summary>The script that serves.</summary>
    public string Script => Fresh ? "fresh.js" : "serve.js";

    /// <summary>The port as a word.</summary>
    public string Port => Address.Port.ToString();
}
