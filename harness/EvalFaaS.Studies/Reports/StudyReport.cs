using System.Text.Json;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;
using EvalFaaS.Studies.Data;

namespace EvalFaaS.Studies.Reports;

/// <summary>The report of a study, from the raw data beside it alone; and whether one that is there follows from them.</summary>
public static class StudyReport
{
    /// <summary>Whether a result folder is that of a study; one that is damaged counts as none.</summary>
    public static bool IsStudy(string folder)
    {
        var path = Path.Combine(folder, ResultFiles.Environment);
        if (!File.Exists(path)) return false;
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty("study", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Writes report.html, report.md, charts/ and the data dictionary.</summary>
    /// <returns>The answer in sentences.</returns>
    /// <exception cref="InvalidDataException">The raw data are incomplete or damaged; the message says where.</exception>
    public static IReadOnlyList<string> Write(string folder)
    {
        var (study, data) = Read(folder);
        WholeFile.Write(Path.Combine(folder, ResultFiles.Dictionary), DictionaryOf(study));
        DocumentFiles.Write(StudyDocument.Build(study, data), folder);
        return [.. study.Answer(data).Select(StudyDocument.Plain)];
    }

    /// <summary>Computes the report again and compares each number of it.</summary>
    public static VerificationResult Verify(string folder)
    {
        var (study, data) = Read(folder);
        var document = StudyDocument.Build(study, data);
        var page = HtmlRenderer.Render(document);
        var notes = new List<string>();
        List<Difference> found =
        [
            .. Digests(folder, data.Record),
            .. HtmlVerifier.Compare(TextOf(ResultFiles.Html), page, document.Generator, new Dictionary<string, string>(), notes),
            .. MarkdownVerifier.Compare(TextOf(ResultFiles.Markdown), MarkdownRenderer.Lines(document), document.Generator, notes),
        ];
        if (TextOf(ResultFiles.Dictionary) != DictionaryOf(study)) found.Add(new Difference(ResultFiles.Dictionary, "the file", "other words", "the columns of this version"));
        return new VerificationResult(found, HtmlVerifier.FiguresIn(page).Count, notes);

        string TextOf(string name) => File.Exists(Path.Combine(folder, name)) ? File.ReadAllText(Path.Combine(folder, name)) : "";
    }

    private static (IStudy Study, StudyData Data) Read(string folder)
    {
        var record = JsonSerializer.Deserialize<StudyRecord>(File.ReadAllText(Path.Combine(folder, ResultFiles.Environment)), ResultFiles.Json)
            ?? throw new InvalidDataException($"{ResultFiles.Environment} is empty.");
        var study = StudyCatalogue.Find(record.Study) ?? throw new InvalidDataException($"{ResultFiles.Environment} names the study '{record.Study}', which this version does not know.");
        return (study, new StudyData(record, study.Sheets.ToDictionary(s => s.File, s => Sheet.Read(folder, s))));
    }

    private static IEnumerable<Difference> Digests(string folder, StudyRecord record)
    {
        foreach (var (name, digest) in record.Files)
            if (StudyRunner.DigestOf(Path.Combine(folder, name)) is var there && there != digest)
                yield return new Difference(name, "SHA-256 of the raw data (environment.json)", there, digest);
    }

    private static string DictionaryOf(IStudy study) => JsonSerializer.Serialize(
        study.Sheets.SelectMany(s => s.Columns.Select(c => new { file = s.File, name = c.Name, meaning = c.Meaning })), ResultFiles.Json) + "\n";
}
