namespace EvalFaaS.Harness.Targets;

/// <summary>Native builds of functions.</summary>
internal static class NativeBuilds
{
    /// <summary>The function's native executable.</summary>
    /// <exception cref="TargetException">It is not there; the message says how to build it.</exception>
    public static string Require(FunctionSetup function) => function.Native is { } program && File.Exists(program)
        ? program
        : throw new TargetException(function.WhyNoNative ?? $"The native program of '{function.Name}' is gone: {function.Native}.");
}
