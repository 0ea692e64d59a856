using System.Text.Json;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Functions;

/// <summary>The functions under <c>scenarios/functions</c>: what they do, where their files lie, and their cases.</summary>
public sealed class FunctionLibrary
{
    private const string Component = "functions";
    private const int Version = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    private FunctionLibrary(string root, IReadOnlyList<LibraryFunction> functions)
    {
        Root = root;
        Functions = functions;
    }

    /// <summary>Name of the index in the library's folder.</summary>
    public const string IndexName = "functions.json";

    /// <summary>The library's folder, as a full path.</summary>
    public string Root { get; }

    /// <summary>All functions, sorted by name.</summary>
    public IReadOnlyList<LibraryFunction> Functions { get; }

    /// <summary>Names that <see cref="Find"/> knows: of functions, and of each of their languages.</summary>
    public IEnumerable<string> Names => Functions.SelectMany(f => f.Builds.Select(b => $"{f.Name}-{b.Language}").Prepend(f.Name));

    /// <summary>Reads the index in a folder.</summary>
    /// <param name="root">The folder that holds <c>functions.json</c>.</param>
    /// <exception cref="FaultException">There is no index, or it cannot be read.</exception>
    public static FunctionLibrary Open(string root)
    {
        root = Path.GetFullPath(root);
        var path = Path.Combine(root, IndexName);
        try
        {
            var index = JsonSerializer.Deserialize<FunctionIndex>(File.ReadAllBytes(path), Options);
            if (index is not { Version: Version, Functions: { } entries }) throw Damaged(path, $"it is no index of version {Version}", null);
            return new FunctionLibrary(root, [.. entries.Select(e => e.ToFunction(root)).OrderBy(f => f.Name, StringComparer.Ordinal)]);
        }
        catch (IOException e)
        {
            throw new FaultException(FaultKind.ModuleUnavailable, Component, $"There is no library of functions at {path}. Name the repository's folder scenarios/functions.", inner: e);
        }
        catch (JsonException e)
        {
            throw Damaged(path, e.Message, e);
        }
    }

    /// <summary>A function's build in a language (<c>fibonacci-rust</c>), or in its first one (<c>fibonacci</c>).</summary>
    /// <exception cref="FaultException">There is none; the message names the nearest.</exception>
    public FunctionBuild Find(string name)
    {
        foreach (var function in Functions)
        {
            if (function.Name == name) return function.Builds[0];
            if (function.Builds.FirstOrDefault(b => $"{function.Name}-{b.Language}" == name) is { } build) return build;
        }

        throw new FaultException(FaultKind.FunctionUnknown, Component,
            $"There is no function '{name}' in {Root}.{NearestName.Suggestion(name, Names)} There are: {string.Join(", ", Names.Order(StringComparer.Ordinal))}.");
    }

    private static FaultException Damaged(string path, string why, Exception? inner) =>
        new(FaultKind.ModuleUnavailable, Component, $"{path} cannot be used: {why}", inner: inner);
}
