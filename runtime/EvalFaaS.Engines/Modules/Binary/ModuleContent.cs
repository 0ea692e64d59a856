namespace EvalFaaS.Engines;

/// <summary>What the sections read so far have declared; later ones refer to it by index.</summary>
internal sealed class ModuleContent
{
    /// <summary>Null for types that are no functions.</summary>
    public List<FunctionType?> Types { get; } = [];

    public List<ModuleImport> Imports { get; } = [];

    public List<ModuleExport> Exports { get; } = [];

    /// <summary>Type of each function, imported ones first.</summary>
    public List<FunctionType> Functions { get; } = [];

    public List<SizeLimits> Tables { get; } = [];

    public List<SizeLimits> Memories { get; } = [];

    /// <summary>Whether each global is mutable, imported ones first.</summary>
    public List<bool> Globals { get; } = [];

    public int Tags { get; set; }

    /// <summary>Functions that the function section declares, which the code section must hold.</summary>
    public int DeclaredFunctions { get; set; }

    public int Bodies { get; set; }

    public int? DataCount { get; set; }

    public int DataSegments { get; set; }

    public WasmFeatures Features { get; private set; }

    public void Use(WasmFeatures features) => Features |= features;
}
