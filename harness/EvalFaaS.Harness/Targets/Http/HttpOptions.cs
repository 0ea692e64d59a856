using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.Http;

/// <summary>What a suite says of a platform that is reached by its URL alone. The keys: docs/targets.md.</summary>
internal sealed record HttpOptions
{
    private const string Force = "force_";
    private static readonly string[] Known = ["url", "host", "state", "deploy", "prove", "teardown", "processes", "isolation", "licence", "version", "source"];

    /// <summary>The function's URL; <c>{function}</c> in it stands for the function's name. Null where no option is given: then it can only say what it needs.</summary>
    public required Uri? Url { get; init; }

    /// <summary>The Host header, or null for the URL's.</summary>
    public string? Host { get; init; }

    /// <summary>The state that a request finds when nothing was forced.</summary>
    public string State { get; init; } = "N5";

    /// <summary>Commands that bring the function into a state, so that the next request finds it there.</summary>
    public required IReadOnlyDictionary<string, string> Forces { get; init; }

    /// <summary>Any other option as it was written, or null.</summary>
    public required Func<string, string?> Text { get; init; }

    /// <summary>Reads them.</summary>
    /// <param name="target">The target's name, for messages.</param>
    /// <param name="options">As written.</param>
    /// <exception cref="ArgumentException">One is missing, unknown or wrong.</exception>
    public static HttpOptions Read(string target, IReadOnlyDictionary<string, string> options)
    {
        foreach (var key in options.Keys) Check(target, key);
        var state = options.GetValueOrDefault("state", "N5");
        if (!StartStates.All.Contains(state)) throw new ArgumentException($"Target '{target}': state '{state}' is unknown. Known: {string.Join(", ", StartStates.All)}.");
        return new HttpOptions
        {
            Url = options.Count == 0 ? null : ReadUrl(target, options.GetValueOrDefault("url")),
            Host = options.GetValueOrDefault("host"),
            State = state,
            Forces = options.Where(o => o.Key.StartsWith(Force, StringComparison.Ordinal)).ToDictionary(o => o.Key[Force.Length..], o => o.Value),
            Text = key => options.GetValueOrDefault(key),
        };
    }

    /// <summary>The URL of a function.</summary>
    public Uri UrlOf(FunctionSetup function) => new(Url!.OriginalString.Replace("{function}", function.Name, StringComparison.Ordinal));

    private static void Check(string target, string key)
    {
        if (key.StartsWith(Force, StringComparison.Ordinal))
        {
            if (!StartStates.All.Contains(key[Force.Length..])) throw new ArgumentException($"Target '{target}': '{key}' names no start state. Known: {string.Join(", ", StartStates.All)}.");
            return;
        }

        if (!Known.Contains(key)) throw new ArgumentException($"Target '{target}': unknown option '{key}'.{NearestName.Suggestion(key, Known)} Known: {string.Join(", ", Known)}, {Force}STATE.");
    }

    private static Uri ReadUrl(string target, string? text)
    {
        if (text is null) throw new ArgumentException($"Target '{target}': the option 'url' is missing, for example url: http://127.0.0.1:8080/function/{{function}}");
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https")) throw new ArgumentException($"Target '{target}': '{text}' is no http or https URL.");
        if (url.Query.Length > 0) throw new ArgumentException($"Target '{target}': the URL has a query; a function's cases bring their own.");
        return url;
    }
}
