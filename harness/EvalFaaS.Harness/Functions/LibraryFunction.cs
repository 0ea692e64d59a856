namespace EvalFaaS.Harness.Functions;

/// <summary>A function: one piece of work, built from one or several languages.</summary>
public sealed class LibraryFunction
{
    internal LibraryFunction(string name, string description, string folder, string defaultCase)
    {
        Name = name;
        Description = description;
        Folder = folder;
        DefaultCaseName = defaultCase;
    }

    /// <summary>For example <c>fibonacci</c>.</summary>
    public string Name { get; }

    /// <summary>What it does, in a sentence.</summary>
    public string Description { get; }

    /// <summary>Its sources and cases.</summary>
    public string Folder { get; }

    /// <summary>The function in JavaScript, for JavaScript platforms; null where it is not written in that.</summary>
    public string? Script => Path.Combine(Folder, "handler.js") is var path && File.Exists(path) ? path : null;

    /// <summary>Name of the case that stands for the function where a measure names none.</summary>
    public string DefaultCaseName { get; }

    /// <summary>The memory limit that it needs, bytes; null where the default (<see cref="Model.InvocationLimits.MemoryBytes"/>) is enough.</summary>
    public long? MemoryBytes { get; internal init; }

    /// <summary>The limit of its answer, bytes; null: the default (<see cref="Model.InvocationLimits.ResponseBytes"/>).</summary>
    public long? ResponseBytes { get; internal init; }

    /// <summary>Its time limit; null: the default (<see cref="Model.InvocationLimits.Timeout"/>).</summary>
    public TimeSpan? Timeout { get; internal init; }

    /// <summary>One for each language, at least one; the first is meant where none is named.</summary>
    public IReadOnlyList<FunctionBuild> Builds { get; internal set; } = [];

    /// <summary>The case of <see cref="DefaultCaseName"/>.</summary>
    public FunctionCase DefaultCase => Case(DefaultCaseName);

    /// <summary>All cases, read anew, sorted by name.</summary>
    public IReadOnlyList<FunctionCase> ReadCases() =>
        [.. Directory.EnumerateFiles(CaseFolder, "*.json").Order(StringComparer.Ordinal).Select(FunctionCase.Read)];

    /// <summary>One case.</summary>
    /// <exception cref="Model.FaultException">There is none of this name.</exception>
    public FunctionCase Case(string name) => FunctionCase.Read(Path.Combine(CaseFolder, name + ".json"));

    /// <summary>The requests that it must not survive, read anew, sorted by name; none for most functions.</summary>
    public IReadOnlyList<FunctionFault> ReadFaults() => Directory.Exists(FaultFolder)
        ? [.. Directory.EnumerateFiles(FaultFolder, "*.json").Order(StringComparer.Ordinal).Select(FunctionFault.Read)]
        : [];

    /// <summary>Names of what it can be asked: its cases, then its faults.</summary>
    public IReadOnlyList<string> InputNames => [.. new[] { CaseFolder, FaultFolder }.Where(Directory.Exists)
        .SelectMany(folder => Directory.EnumerateFiles(folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal))];

    /// <summary>Whether this is one of its faults and no case.</summary>
    public bool IsFault(string name) => !File.Exists(Path.Combine(CaseFolder, name + ".json")) && File.Exists(Path.Combine(FaultFolder, name + ".json"));

    /// <summary>One fault.</summary>
    /// <exception cref="Model.FaultException">There is none of this name.</exception>
    public FunctionFault Fault(string name) => FunctionFault.Read(Path.Combine(FaultFolder, name + ".json"));

    /// <inheritdoc/>
    public override string ToString() => Name;

    private string CaseFolder => Path.Combine(Folder, "cases");

    private string FaultFolder => Path.Combine(Folder, "faults");
}
