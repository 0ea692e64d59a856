using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Tests;

/// <summary>The public traces, which are never copied into the project.</summary>
internal static class PublishedTraces
{
    /// <summary>A trace's folder; skips the test by name where it is not there.</summary>
    public static string Folder(string name)
    {
        var folder = TraceFolder.Locate(Checkout.Root, name);
        Assert.SkipWhen(folder is null, $"The trace {name} is neither in ${TraceFolder.Variable} nor in ../shared/traces.");
        return folder!;
    }
}
