namespace EvalFaaS.Node;

/// <summary>The node cannot start; the message says why and how to mend it. A program prints it and exits with 1.</summary>
public sealed class NodeStartException(string message, Exception? inner = null) : Exception(message, inner);
