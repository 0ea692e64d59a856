using System.Text.Json;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Execution;

/// <summary>The catalogue on disk: <c>functions/NAMESPACE/NAME.json</c>, one file a function, always replaced as a whole.</summary>
internal sealed partial class CatalogueStore(string root, DurableFiles files, ILogger logger)
{
    private readonly string _root = Path.Combine(root, "functions");

    public void Write(FunctionRecord record) =>
        files.Write(PathOf(new FunctionName(record.Namespace, record.Name)), JsonSerializer.SerializeToUtf8Bytes(record, FunctionRecordJson.Default.FunctionRecord));

    public void Delete(FunctionName function) => files.Delete(PathOf(function));

    /// <summary>All records. One that cannot be read is left where it is and out of the catalogue, so that the others are served.</summary>
    /// <exception cref="FaultException">A record was written by a later version.</exception>
    public IEnumerable<FunctionRecord> ReadAll()
    {
        if (!Directory.Exists(_root)) yield break;
        foreach (var path in Directory.EnumerateFiles(_root, "*.json", SearchOption.AllDirectories))
        {
            FunctionRecord? record = null;
            try
            {
                record = JsonSerializer.Deserialize(File.ReadAllBytes(path), FunctionRecordJson.Default.FunctionRecord);
                if (record?.Schema == FunctionRecord.CurrentSchema)
                    foreach (var revision in record.Revisions) revision.Read(new FunctionName(record.Namespace, record.Name));
            }
            catch (Exception e) when (e is JsonException or FormatException)
            {
                record = null;
                LogDamaged(path, e.Message);
            }

            if (record is null) continue;
            if (record.Schema > FunctionRecord.CurrentSchema)
                throw new FaultException(FaultKind.StorageFailed, "catalogue", $"{path} has schema {record.Schema}; this version reads up to {FunctionRecord.CurrentSchema}. It was written by a later EvalFaaS: use that one, or another data directory.");
            yield return record;
        }
    }

    private string PathOf(FunctionName function) => Path.Combine(_root, function.Namespace, function.Name + ".json");

    [LoggerMessage(Level = LogLevel.Error, Message = "The record {Path} is damaged and its function is not served: {Reason}. Deploy it again.")]
    private partial void LogDamaged(string path, string reason);
}
