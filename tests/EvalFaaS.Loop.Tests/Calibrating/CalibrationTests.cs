using EvalFaaS.Engines.Tests;
using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.StandaloneLoad;
using EvalFaaS.Loop.Calibrating;
using EvalFaaS.Loop.Replaying;
using EvalFaaS.Model;
using EvalFaaS.Policies;
using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;
using LoadSample = EvalFaaS.Harness.Load.LoadSample;

namespace EvalFaaS.Loop.Tests.Calibrating;

/// <summary>Calibration on runs that are made up from known laws, so that what it finds can be compared with what is true.</summary>
public sealed class CalibrationTests
{
    private static readonly Law Service = new LognormalLaw(0.0001, 0.2);
    private static readonly Law Load = new GammaLaw(4, 0.00005);
    private static readonly CalibrationPlan Plan = new()
    {
        Functions = 40, Seconds = 120, Replications = 20, Fitted = Of(40, 2), Predicted = [Of(80, 2), Of(80, 6)],
    };

    [Fact]
    public void Runs_of_known_laws_are_predicted_within_the_bounds_and_ranked_rightly()
    {
        var calibration = Calibration.Of([Run(Plan.Fitted, 0), Run(Plan.Predicted[0], 1), Run(Plan.Predicted[1], 2)], Plan);

        Assert.True(calibration.Holds, CalibrationWords.Answer(calibration));
        Assert.Equal([PredictedFigure.ColdRate, PredictedFigure.Memory], calibration.Rankings.Select(r => r.Quantity));
        Assert.Equal(["fixed:window=6s", "fixed:window=2s"], calibration.Rankings[0].Measured);
    }

    [Fact]
    public void The_laws_are_those_that_the_runs_were_made_from()
    {
        var fitted = FittedFunction.Of(Run(Plan.Fitted, 0), 1);

        Assert.Equal([Phase.Load, Phase.Init], fitted.ColdStart.Select(p => p.Phase));
        Assert.Equal(Service.Mean, fitted.Service.Chosen.Law.Mean, 0.05 * Service.Mean);
        Assert.Equal(Load.Mean, fitted.ColdStart[0].Choice.Chosen.Law.Mean, 0.1 * Load.Mean);
        Assert.DoesNotContain(fitted.Service.Fits, f => f.Name == "lognormal" && f.Rejected);
    }

    [Fact]
    public void A_run_that_is_another_than_the_model_is_found_out()
    {
        // It says that it keeps for 6 s, and keeps for 2.
        var liar = Run(Of(80, 2), 1) with { Scenario = Of(80, 6) };

        var calibration = Calibration.Of([Run(Plan.Fitted, 0), liar], Plan);

        Assert.False(calibration.Holds);
        Assert.False(calibration.Runs[1].Of(PredictedFigure.ColdRate).Holds);
        Assert.True(calibration.Runs[1].Of(PredictedFigure.ColdRate).Error < -0.1);
    }

    [Fact]
    public void A_run_without_cold_calls_cannot_be_fitted() =>
        Assert.Contains("both kinds are needed", Assert.Throws<InvalidDataException>(() => FittedFunction.Of(Run(Of(40, 600), 0) is var run ? run with { Replay = run.Replay with { Samples = [.. run.Warm] } } : run, 1)).Message);

    [Fact]
    public void The_report_has_every_run_and_the_raw_data_every_request()
    {
        using var folder = new TemporaryFolder();
        var calibration = Calibration.Of([Run(Plan.Fitted, 0), Run(Plan.Predicted[0], 1)], Plan);

        CalibrationFiles.Write(calibration, Plan, "wasmtime", "hello", "./evalfaas calibrate wasmtime", folder.Path);

        var report = File.ReadAllText(folder["report.md"]);
        Assert.Contains("40/s, fixed:window=2s (fitted, not judged)", report);
        Assert.Contains("80/s, fixed:window=2s", report);
        Assert.Equal(calibration.Runs[1].Measured.Replay.Samples.Count + 1, File.ReadLines(folder["samples-2.csv"]).Count());
        Assert.Equal(2 * 6 + 1, File.ReadLines(folder["figures.csv"]).Count());
        Assert.True(File.Exists(folder["charts/latency-2.png"]) && File.Exists(folder["report.html"]));
    }

    private static Scenario Of(double rate, int window) => new(rate, PolicySpec.Parse(FormattableString.Invariant($"fixed:window={window}s"), PolicyKind.KeepAlive));

    /// <summary>What a node would do that keeps code for the policy's window, and looks once a second whether to unload it.</summary>
    private static MeasuredRun Run(Scenario scenario, int number)
    {
        var window = double.Parse(scenario.Policy.Text.Split('=')[1].TrimEnd('s'), System.Globalization.CultureInfo.InvariantCulture);
        var slice = PoissonSlice.Of(Plan.Functions, scenario.Rate, Plan.Seconds, Plan.Seed, number);
        var random = new RandomStream((ulong)(100 + number));
        var loaded = new (double From, double Until)[Plan.Functions];
        Array.Fill(loaded, (double.NegativeInfinity, double.NegativeInfinity));
        var intervals = new List<(double From, double Until)>();
        var samples = new List<LoadSample>();
        foreach (var (at, function) in slice.Calls)
        {
            var cold = at > loaded[function].Until;
            double load = cold ? Load.Sample(random) : 0, latency = load + Service.Sample(random);
            if (cold && double.IsFinite(loaded[function].From)) intervals.Add(loaded[function]);
            loaded[function] = (cold ? at : loaded[function].From, Math.Ceiling(at + latency + window - 0.4) + 0.4);
            samples.Add(Sample(at, function, latency, load, cold));
        }

        intervals.AddRange(loaded.Where(l => double.IsFinite(l.From)));
        var looks = Enumerable.Range(0, (int)(2 * Plan.Seconds)).Select(i => (double)intervals.Count(l => l.From <= i / 2.0 && i / 2.0 <= l.Until));
        return new MeasuredRun(scenario, slice, new ReplayResult(Nothing(), [], samples, 0, new LoadRecorder()), [.. looks], 0.1);
    }

    private static LoadSample Sample(double at, int function, double latency, double load, bool cold)
    {
        var phases = new PhaseDurations();
        if (cold) phases[Phase.Load] = (long)(load * 1e9);
        var intended = (long)(at * 1e9);
        return new LoadSample
        {
            IntendedNs = intended, IssuedNs = intended, FirstByteNs = intended + (long)(latency * 1e9), LastByteNs = intended + (long)(latency * 1e9), Outcome = LoadOutcome.Ok, Request = (short)function,
            Headers = new AnswerHeaders { StartState = cold ? StartState.ArtefactOnDisk : StartState.FreshInstance, Phases = phases },
        };
    }

    private static LoadSummary Nothing() => new()
    {
        DurationNs = 1, Issued = 0, IssuedPerSecond = 0, Ok = 0, AnsweredPerSecond = 0, Failures = new Dictionary<string, long>(), Cut = 0, Latency = [], GeneratorCpu = 0, Reconnects = 0,
    };
}
