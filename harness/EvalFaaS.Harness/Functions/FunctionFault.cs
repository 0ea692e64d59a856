using System.Text.Json;
using System.Text.Json.Serialization;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Functions;

/// <summary>A request that a function must not survive, and the fault that it must end in on a node, under the limits of the library's index.</summary>
public sealed record FunctionFault
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>The file's name without its extension.</summary>
    [JsonIgnore]
    public string Name { get; private init; } = "";

    /// <summary>What the function does, in a sentence.</summary>
    public required string Description { get; init; }

    /// <summary>What is sent.</summary>
    public required CaseRequest Request { get; init; }

    /// <summary>How it ends.</summary>
    public required FaultKind Fault { get; init; }

    /// <summary>Reads a fault's file.</summary>
    /// <exception cref="FaultException">There is none, or it cannot be read.</exception>
    public static FunctionFault Read(string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize<FunctionFault>(File.ReadAllBytes(path), Options) ?? throw new JsonException("It is null.");
            return read with { Name = Path.GetFileNameWithoutExtension(path), Request = read.Request with { Body = read.Request.Body?.In(Path.GetDirectoryName(path)!) } };
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new FaultException(FaultKind.ModuleUnavailable, "functions", $"The fault {path} cannot be read: {e.Message}", inner: e);
        }
    }
}
