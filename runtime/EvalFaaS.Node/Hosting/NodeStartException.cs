using Microsoft.AspNetCore.Connections;

namespace EvalFaaS.Node;

/// <summary>The node cannot start; the message says why and how to mend it. A program prints it and exits with 1.</summary>
public sealed class NodeStartException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>An address cannot be had.</summary>
    internal static NodeStartException Listening(IEnumerable<string> urls, Exception e) => new(
        $"Cannot listen on {string.Join(", ", urls)}: " + (e.InnerException is AddressInUseException || e is AddressInUseException
            ? "the port is in use. End the program that holds it, or choose another address with --urls."
            : $"{e.Message.TrimEnd('.')}. Choose another address with --urls."),
        e);
}
