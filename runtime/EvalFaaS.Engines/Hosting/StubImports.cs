namespace EvalFaaS.Engines;

/// <summary>Functions that answer zeros in the place of imports that nobody grants, for a look at modules made for other hosts.</summary>
public static class StubImports
{
    /// <summary>What is granted, and a stub for every other function that the module imports.</summary>
    public static HostImports Complete(HostImports granted, ModuleInterface module) => new(
    [
        .. granted.Functions,
        .. module.Imports
            .Where(i => i.Type is not null && granted.Find(i.Module, i.Name) is null)
            .DistinctBy(i => (i.Module, i.Name))
            .Select(i => Function(i.Module, i.Name, i.Type!)),
    ]);

    /// <summary>A stub of this name and type.</summary>
    public static HostFunction Function(string module, string name, FunctionType type) => new(module, name, type, new Zeros(type.Results.Length).Answer);

    /// <summary>Whether a function is a stub, which can be made anew anywhere from its name and type.</summary>
    public static bool IsStub(HostFunction function) => function.Body.Target is Zeros;

    private sealed class Zeros(int results)
    {
        public HostResult Answer(in HostCall call)
        {
            for (var i = 0; i < results; i++) call.Return(i, 0L);
            return HostResult.Continue;
        }
    }
}
