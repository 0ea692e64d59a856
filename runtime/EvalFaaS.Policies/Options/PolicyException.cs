namespace EvalFaaS.Policies;

/// <summary>A policy or an option that there is not, or a value out of its range. The message says what is wrong, where, and how to mend it.</summary>
/// <param name="message">The message, for people.</param>
public sealed class PolicyException(string message) : ArgumentException(message);
