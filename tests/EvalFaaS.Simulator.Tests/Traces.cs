namespace EvalFaaS.Simulator.Tests;

/// <summary>Public traces, which are not part of the checkout.</summary>
internal static class Traces
{
    /// <summary>A file or folder of them, or null where it is absent.</summary>
    public static string? Find(params string[] parts)
    {
        var folder = Environment.GetEnvironmentVariable("EVALFAAS_TRACES") is { Length: > 0 } given ? given : Path.Combine(Checkout.Root, "..", "shared", "traces");
        var path = Path.Combine([folder, .. parts]);
        return Path.Exists(path) ? path : null;
    }
}
