using System.Globalization;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Reports;

namespace EvalFaaS.Studies.Reports;

/// <summary>The page of a study: the answer, what was asked, its own parts, how it came about and how to repeat it.</summary>
internal static class StudyDocument
{
    /// <summary>Version of the words and the layout.</summary>
    private const int Layout = 1;

    public static ReportDocument Build(IStudy study, StudyData data) =>
        new($"{data.Record.Suite.Name}: EvalFaaS report", $"EvalFaaS report, layout study {Layout}", [.. Head(study, data), .. study.Report(data), .. Foot(study, data)]);

    /// <summary>A sentence without its figures' identities.</summary>
    public static string Plain(IReadOnlyList<Inline> sentence) => string.Concat(sentence.Select(part => part switch
    {
        TextInline t => t.Text,
        StrongInline t => t.Text,
        CodeInline t => t.Text,
        QuietInline t => t.Text,
        FigureInline f => f.Text,
        _ => "",
    }));

    private static IEnumerable<Block> Head(IStudy study, StudyData data)
    {
        var record = data.Record;
        yield return new HeadingBlock(1, "title", $"{record.Suite.Name}: what was computed, and what came out");
        yield return new HeadingBlock(2, "answer", "The answer");
        foreach (var sentence in study.Answer(data)) yield return new ParagraphBlock(sentence, ParagraphStyle.Answer);
        yield return new ParagraphBlock(
            [$"Computed by EvalFaaS {record.Version} on {record.OriginUtc.UtcDateTime:yyyy-MM-dd}, seed ", Figures.Count("run/seed", record.Suite.Seed), record.Suite.Form.Length > 0 ? $", in the form {record.Suite.Form}, which shows that it works and settles nothing." : ". Nothing was measured: the same seed gives the same figures on any machine."],
            ParagraphStyle.Note);
        if (record.Warnings.Length > 0) yield return new ListBlock([.. record.Warnings.Select(w => (IReadOnlyList<Inline>)[w])]);
        yield return new HeadingBlock(2, "questions", "The questions");
        if (record.Suite.Description.Length > 0) yield return new ParagraphBlock([record.Suite.Description]);
        yield return new ListBlock([.. record.Suite.Questions.Select(q => (IReadOnlyList<Inline>)[q])]);
    }

    private static IEnumerable<Block> Foot(IStudy study, StudyData data)
    {
        var record = data.Record;
        yield return new HeadingBlock(2, "reproduce", "How to reproduce");
        yield return new ParagraphBlock(["Compute it again, and check every number of this page against the raw data beside it:"]);
        yield return new CommandBlock($"{record.Command}\n./evalfaas report --verify .");
        yield return new TableBlock(
            "The raw data",
            [new("File"), new("Rows", ColumnKind.Number), new("SHA-256")],
            [.. study.Sheets.Select(s => new Row([[new CodeInline(s.File)], [Figures.Count($"file/{s.File}/rows", data.Sheets[s.File].Rows.Count)], [new CodeInline(record.Files.GetValueOrDefault(s.File, "–"))]]))]);
        if (record.Inputs.Count > 0)
            yield return new TableBlock("What was read", [new("File"), new("SHA-256")], [.. record.Inputs.Select(i => new Row([[new CodeInline(i.Key)], [new CodeInline(i.Value)]]))]);
        yield return new ParagraphBlock(
            [
                $"Took {record.Seconds.ToString("0.#", CultureInfo.InvariantCulture)} s on {record.Machine.Cpu}, {record.Machine.DotNet}; the suite’s file has SHA-256 ", new CodeInline(record.Suite.Digest),
                ". What each column means: ", new CodeInline(ResultFiles.Dictionary), ".",
            ], ParagraphStyle.Note);
    }
}
