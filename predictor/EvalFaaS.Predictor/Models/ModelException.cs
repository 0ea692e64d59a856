namespace EvalFaaS.Predictor.Models;

/// <summary>A model file that cannot be used; the message names it and says what to do.</summary>
public sealed class ModelException(string message, Exception? inner = null) : IOException(message, inner);
