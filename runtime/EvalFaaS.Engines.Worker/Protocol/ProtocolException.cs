namespace EvalFaaS.Engines.Worker;

/// <summary>The other side broke the protocol. What it was doing is lost, and so is the connection.</summary>
internal sealed class ProtocolException(string message) : Exception(message);

/// <summary>The other side is gone.</summary>
internal sealed class ChannelClosedException() : Exception("The other side of the worker connection is gone.");
