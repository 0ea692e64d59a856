namespace EvalFaaS.Predictor.Traces;

/// <summary>A function of a trace: the owner's, the application's and its own hash. Functions of one application often call each other.</summary>
/// <param name="Owner">Hash of who owns the application.</param>
/// <param name="App">Hash of the application.</param>
/// <param name="Function">Hash of the function, unique in a trace only together with the other two.</param>
public readonly record struct FunctionKey(string Owner, string App, string Function)
{
    /// <summary>The beginning of the function's hash, enough to find it again.</summary>
    public override string ToString() => Function.Length > 12 ? Function[..12] : Function;
}
