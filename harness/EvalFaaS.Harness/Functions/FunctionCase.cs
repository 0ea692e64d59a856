using System.Text.Json;
using System.Text.Json.Serialization;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Functions;

/// <summary>A request to a function and the answer that it must give when the instance is fresh.</summary>
public sealed record FunctionCase
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <summary>The file's name without its extension.</summary>
    [JsonIgnore]
    public string Name { get; private init; } = "";

    /// <summary>What is special about it; null where the name says it.</summary>
    public string? Description { get; init; }

    /// <summary>What is sent.</summary>
    public required CaseRequest Request { get; init; }

    /// <summary>What must come back.</summary>
    public required CaseResponse Response { get; init; }

    /// <summary>Reads a case's file.</summary>
    /// <exception cref="FaultException">There is none, or it cannot be read.</exception>
    public static FunctionCase Read(string path)
    {
        try
        {
            var read = JsonSerializer.Deserialize<FunctionCase>(File.ReadAllBytes(path), Options) ?? throw new JsonException("It is null.");
            var folder = Path.GetDirectoryName(path)!;
            return read with
            {
                Name = Path.GetFileNameWithoutExtension(path),
                Request = read.Request with { Body = read.Request.Body?.In(folder) },
                Response = read.Response with { Body = read.Response.Body.In(folder) },
            };
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            throw new FaultException(FaultKind.ModuleUnavailable, "functions", $"The case {path} cannot be read: {e.Message}", inner: e);
        }
    }

    /// <inheritdoc/>
    public override string ToString() => Name;
}

/// <summary>A case's request.</summary>
public sealed record CaseRequest
{
    /// <summary>The method. Default GET.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>The path below the function, decoded. Default <c>/</c>.</summary>
    public string Path { get; init; } = "/";

    /// <summary>The query as it is sent, without its question mark. Default empty.</summary>
    public string Query { get; init; } = "";

    /// <summary>Headers to send. Default none.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The body, or null where there is none.</summary>
    public CaseBody? Body { get; init; }

    /// <summary>Path and query as they stand in an HTTP request.</summary>
    [JsonIgnore]
    public string Target => string.Join('/', Path.Split('/').Select(Uri.EscapeDataString)) + (Query.Length > 0 ? "?" + Query : "");
}

/// <summary>A case's answer.</summary>
public sealed record CaseResponse
{
    /// <summary>The status. Default 200.</summary>
    public int Status { get; init; } = 200;

    /// <summary>Headers that must be there with these values; others may be there too.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>The whole body.</summary>
    public required CaseBody Body { get; init; }
}
