using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Running;
using EvalFaaS.Predictor.Traces;
using EvalFaaS.Simulator.Models;
using EvalFaaS.Simulator.Results;
using EvalFaaS.Studies.Data;

namespace EvalFaaS.Studies.KeepAlive;

/// <summary>Keep-alive policies over a trace: cold starts against wasted memory, on hours that nothing was fitted to, and what both come to by the cost of a cold start.</summary>
internal sealed class KeepAliveStudy : IStudy
{
    private const double UsualColdStart = 0.25;
    private static readonly double[] ColdStarts = [50e-6, 5e-3, 0.5, 5];

    public string Name => "policies";

    public IReadOnlyList<SheetForm> Sheets { get; } = [KeepAliveSheets.Runs, KeepAliveSheets.Functions, KeepAliveSheets.Costs];

    public IReadOnlyList<Sheet> Run(StudyTask task, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        foreach (var file in new[] { "invocations.csv", "durations.csv", "memory.csv" }) task.Input($"{task.Suite.Trace}/{file}");
        progress.Report(new RunProgress(0, 1, "training and forecasting"));
        var world = new KeepAliveWorld(TraceFolder.Read(Path.Combine(task.Traces, task.Suite.Trace)), task.Suite);
        Sheet runs = new(KeepAliveSheets.Runs), functions = new(KeepAliveSheets.Functions), costs = new(KeepAliveSheets.Costs);
        var points = KeepAlivePoint.Fronts.Where((p, i) => i % task.Suite.Every == 0 || p == KeepAlivePoint.TenMinutes).ToList();
        var (done, total) = (0, 2 * points.Count + ColdStarts.Length * KeepAlivePoint.Costed.Count);
        foreach (var (kept, concurrency) in new[] { ("code", FunctionModel.Unlimited), ("instance", 1) })
        {
            var simulated = world.Functions(UsualColdStart, concurrency);
            foreach (var point in points)
            {
                Step(point.Id);
                if (point.Family == KeepAlivePoint.FaasCache)
                {
                    foreach (var (tally, replication) in world.RunTogether(point, simulated).Select((t, r) => (t, r))) AddRun(runs, [kept, point.Family, point.Policy, replication], [tally]);
                    continue;
                }

                var tallies = world.Run(point, simulated);
                for (var r = 0; r < tallies.Count; r++) AddRun(runs, [kept, point.Family, point.Policy, r], tallies[r]);
                if (kept != "code") continue;
                for (var f = 0; f < simulated.Count; f++)
                    functions.Add([point.Family, point.Policy, f, .. Cells([.. tallies.Select(t => t[f])], tallies.Count)]);
            }
        }

        foreach (var coldStart in ColdStarts)
        {
            var simulated = world.Functions(coldStart, FunctionModel.Unlimited);
            foreach (var point in KeepAlivePoint.Costed)
            {
                Step($"cold start of {coldStart} s, {point.Id}");
                var tallies = world.Run(point, simulated);
                for (var r = 0; r < tallies.Count; r++) costs.Add([coldStart, point.Family, point.Policy, r, .. Cells(tallies[r], 1)]);
            }
        }

        return [runs, functions, costs];

        void Step(string what)
        {
            cancellation.ThrowIfCancellationRequested();
            progress.Report(new RunProgress(++done, total + 1, what));
        }
    }

    public IEnumerable<IReadOnlyList<Inline>> Answer(StudyData data) => KeepAliveAnswer.Of(new KeepAliveFigures(data));

    public IEnumerable<Block> Report(StudyData data) => KeepAliveReport.Of(new KeepAliveFigures(data));

    private static void AddRun(Sheet sheet, object?[] head, IReadOnlyList<Tally> tallies) => sheet.Add([.. head, .. Cells(tallies, 1)]);

    private static object?[] Cells(IReadOnlyList<Tally> tallies, int over) =>
        [.. new Func<Tally, double>[] { t => t.Arrivals, t => t.Cold, t => t.ColdFirstUse, t => t.IdleMiBSeconds, t => t.PreWarmed }.Select(count => (object?)(tallies.Sum(count) / over))];
}
