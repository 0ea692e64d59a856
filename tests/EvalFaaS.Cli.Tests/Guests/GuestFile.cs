using EvalFaaS.Engines.Tests;

namespace EvalFaaS.Cli.Tests;

/// <summary>Guests as files.</summary>
internal static class GuestFile
{
    /// <summary>Writes a guest's binary into a folder.</summary>
    public static string Guest(this TemporaryFolder folder, string wat) => Wat.File(folder.Path, wat).Path;

    /// <summary>A prebuilt function of the checkout: <c>NAME</c> the reactor, <c>NAME-wasi</c> the command.</summary>
    public static string Prebuilt(string name) => Checkout.PathTo("scenarios", "functions", "prebuilt", name + ".wasm");
}
