using System.IO.Compression;
using System.Text.Json;
using EvalFaaS.Predictor.Learning;
using Microsoft.ML;

namespace EvalFaaS.Predictor.Models;

/// <summary>A model on disk: a zip with <c>model.json</c> and ML.NET's own file for each learned model.</summary>
public static class ModelFile
{
    private const string InfoEntry = "model.json";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Writes a model; a file that was there is replaced as a whole.</summary>
    public static void Save(PredictorModel model, string path)
    {
        var ml = new MLContext(model.Info.Training.Seed);
        var unfinished = path + ".part";
        using (var zip = new ZipArchive(File.Create(unfinished), ZipArchiveMode.Create))
        {
            using (var entry = zip.CreateEntry(InfoEntry).Open()) JsonSerializer.Serialize(entry, model.Info, Json);
            Write("judged", model.JudgedFit);
            Write("final", model.Fitted);

            void Write(string folder, FittedModels fitted)
            {
                for (var h = 0; h < fitted.LightGbm.Count; h++)
                {
                    WriteOne(EntryName(folder, "lightgbm", h), fitted.LightGbm[h]);
                    WriteOne(EntryName(folder, "fasttree", h), fitted.FastTree[h]);
                }
            }

            void WriteOne(string name, ITransformer transformer)
            {
                // ML.NET seeks in what it writes; an entry of a zip cannot.
                using var buffer = new MemoryStream();
                ml.Model.Save(transformer, null, buffer);
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
            }
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="ModelException">There is none, it is damaged, or it is of another version.</exception>
    public static PredictorModel Load(string path)
    {
        if (!File.Exists(path)) throw new ModelException($"{path}: there is no such model. Train one: evalfaas predict train DIR --out {path}");
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var info = ReadInfo(zip, path);
            var ml = new MLContext(info.Training.Seed);
            return new PredictorModel(info, Read("judged"), Read("final"));

            FittedModels Read(string folder) => new(
                [.. info.Options.Horizons.Select((_, h) => ReadOne(EntryName(folder, "lightgbm", h)))],
                [.. info.Options.Horizons.Select((_, h) => ReadOne(EntryName(folder, "fasttree", h)))]);

            ITransformer ReadOne(string name)
            {
                using var buffer = new MemoryStream();
                using (var entry = (zip.GetEntry(name) ?? throw new InvalidDataException($"'{name}' is not in it")).Open()) entry.CopyTo(buffer);
                buffer.Position = 0;
                return ml.Model.Load(buffer, out _);
            }
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or FormatException or InvalidOperationException)
        {
            throw new ModelException($"{path}: this is no model file, or it is damaged ({e.Message.TrimEnd('.')}). Train it anew: evalfaas predict train DIR --out {path}", e);
        }
    }

    private static ModelInfo ReadInfo(ZipArchive zip, string path)
    {
        using var buffer = new MemoryStream();
        using (var entry = (zip.GetEntry(InfoEntry) ?? throw new InvalidDataException($"'{InfoEntry}' is not in it")).Open()) entry.CopyTo(buffer);
        using var document = JsonDocument.Parse(buffer.ToArray());
        var format = document.RootElement.TryGetProperty("format", out var value) && value.TryGetInt32(out var number) ? number : 0;
        if (format != ModelInfo.CurrentFormat)
        {
            throw new ModelException(
                $"{path}: the model file has version {format}, and this program reads version {ModelInfo.CurrentFormat}. Train it anew: evalfaas predict train DIR --out {path}");
        }

        return document.Deserialize<ModelInfo>(Json) ?? throw new InvalidDataException($"'{InfoEntry}' is empty");
    }

    private static string EntryName(string folder, string kind, int horizon) => $"{folder}/{kind}-{horizon}.zip";
}
