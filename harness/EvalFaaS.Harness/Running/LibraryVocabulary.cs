using EvalFaaS.Harness.Functions;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Running;

/// <summary>What suites may name: all targets of this program, and the functions of a library with their inputs.</summary>
public static class LibraryVocabulary
{
    /// <summary>With the functions of this library.</summary>
    public static SuiteVocabulary Of(FunctionLibrary library) => new(TargetCatalogue.Names, [.. library.Names])
    {
        InputsOf = name => library.Find(name).Function.InputNames,
        Prices = SuiteVocabulary.PricesBeside(library.Root),
    };
}
