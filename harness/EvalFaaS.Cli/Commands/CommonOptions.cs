using System.CommandLine;
using System.Globalization;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Cli.Commands;

/// <summary>Options that several commands have.</summary>
internal static class CommonOptions
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON, for machines." };

    public static Option<bool> Yes() => new("--yes") { Description = "Install what is missing without asking (the ./evalfaas wrapper does it)." };

    public static Option<Uri> Node() => new("--node")
    {
        Description = "The node's address.",
        DefaultValueFactory = _ => new Uri(Environment.GetEnvironmentVariable("EVALFAAS_NODE") ?? "http://127.0.0.1:8080"),
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "http" or "https") return address;
            result.AddError($"--node takes an address like http://127.0.0.1:8080, and '{result.Tokens[0].Value}' is none.");
            return null!;
        },
        HelpName = "URL",
    };

    public static Option<string?> Token() => new("--token")
    {
        Description = "The node's bearer token. Default: $EVALFAAS_TOKEN.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("EVALFAAS_TOKEN"),
    };

    public static Option<string> Engine()
    {
        var engine = new Option<string>("--engine")
        {
            Description = "The engine: wasmtime, wasmtime-worker, wasmedge (ahead-of-time code) or wasmedge-interp (its interpreter).",
            DefaultValueFactory = _ => "wasmtime",
        };
        engine.Validators.Add(result =>
        {
            if (result.Tokens is [var name] && EngineChoice.WhyUnknown(name.Value) is { } why) result.AddError(why);
        });
        return engine;
    }

    /// <summary>An option that takes a whole number.</summary>
    public static Option<int?> Number(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
            result.AddError($"{name} takes a whole number, and '{text}' is none.");
            return null;
        },
        HelpName = "N",
    };
}
