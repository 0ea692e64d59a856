using EvalFaaS.Node.Configuration;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Hosting;

/// <summary>What a node says when it has started.</summary>
internal static class StartNotice
{
    public static void Write(ILogger logger, RuntimeConfiguration configuration, IReadOnlyList<string> addresses)
    {
        var options = configuration.Options;
        foreach (var address in addresses) logger.LogInformation("Listening on {Address}.", address);
        logger.LogInformation("Functions and code are kept in {Directory}.", options.Runtime.DataDirectory);
        var open = options.Urls.Where(u => !KestrelSettings.IsLocal(u)).ToList();
        if (open.Count == 0)
            logger.LogInformation("Only this machine can reach the node. `--urls http://0.0.0.0:8080` opens it to others; set a token before you do.");
        else if (options.Token is null)
            logger.LogWarning("{Addresses} can be reached from other machines and the control API asks for no token: whoever reaches it can deploy and delete functions. Set EVALFAAS_TOKEN.", string.Join(", ", open));
        foreach (var problem in configuration.Suspicious) logger.LogWarning("{Problem}", problem);
    }
}
