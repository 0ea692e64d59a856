using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Title, answer, questions.</summary>
internal sealed class AnswerSection : IReportSection
{
    public IEnumerable<Block> Build(ReportContext context)
    {
        var environment = context.Environment;
        yield return new HeadingBlock(1, "title", $"{environment.Suite.Name}: what was measured, and what came out");
        yield return new HeadingBlock(2, "answer", "The answer");
        foreach (var sentence in AnswerBuilder.Build(environment, context.Summary))
            yield return new ParagraphBlock(sentence, ParagraphStyle.Answer);
        yield return new ParagraphBlock(
        [
            $"As embedded by EvalFaaS {environment.Version} on this machine ({environment.Machine.Cpu}, ",
            Inlines.Count("run/processors", environment.Machine.LogicalProcessors),
            $" processors) on {environment.OriginUtc:yyyy-MM-dd}; nothing is claimed beyond. Brackets hold 95 % intervals over ",
            Inlines.Count("run/blocks", context.Summary.Blocks),
            " blocks.",
        ], ParagraphStyle.Note);
        if (environment.Warnings.Length > 0 || environment.LeftOut.Length > 0)
            yield return new ParagraphBlock(
            [
                "Before believing them: the run raised ",
                Inlines.Count("run/warnings", environment.Warnings.Length),
                environment.Warnings.Length == 1 ? " warning" : " warnings",
                " and left out ",
                Inlines.Count("run/left_out", environment.LeftOut.Length),
                environment.LeftOut.Length == 1 ? " target" : " targets",
                "; both stand below.",
            ], ParagraphStyle.Note);

        yield return new HeadingBlock(2, "questions", "The questions, and the words");
        yield return new ListBlock([.. environment.Suite.Questions.Select(q => (IReadOnlyList<Inline>)[q])]);
        if (AnswerBuilder.More(environment, context.Summary) is { Count: > 0 } more)
        {
            yield return new ParagraphBlock(["Besides the answer above:"]);
            yield return new ListBlock(more);
        }
        yield return new ParagraphBlock(
        [
            "“Cold” is never said alone. A start state says what was ready: "
            + string.Join(", ", context.Summary.Cells.Select(c => c.State).Distinct().Where(s => s != StartStates.None).OrderBy(StartStates.Order).Select(s => $"{s} ({StartStates.Describe(s)})"))
            + ". Ratios are formed only within one start state and one observation point; a target that runs no function, the ceiling, may stand beside any state.",
        ]);
    }
}
