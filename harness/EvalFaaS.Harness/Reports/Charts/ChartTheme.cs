using System.Collections.Immutable;
using EvalFaaS.Model;
using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>Colours of the charts on one ground.</summary>
/// <remarks>
/// Hues: M. Okabe, K. Ito, Color Universal Design (2008), chosen to be told apart with the common forms of colour blindness; lighter ones on the dark ground.
/// </remarks>
internal sealed record ChartTheme(Color Ground, Color Ink, Color Quiet, Color Line, ImmutableArray<Color> Series, ImmutableDictionary<Phase, Color> Phases, Color Outside)
{
    public const string Font = "DejaVu Sans";

    public static ChartTheme Light { get; } = new(
        Hex("#ffffff"), Hex("#1b1f24"), Hex("#5c6670"), Hex("#e3e7eb"),
        [Hex("#0072b2"), Hex("#d55e00"), Hex("#009e73"), Hex("#cc79a7"), Hex("#b8860b"), Hex("#56b4e9"), Hex("#3f4750"), Hex("#7a5195")],
        PhaseColors("#9ecae9", "#cc79a7", "#d55e00", "#e69f00", "#0072b2", "#56b4e9", "#009e73"),
        Hex("#b9c1c9"));

    public static ChartTheme Dark { get; } = new(
        Hex("#14171a"), Hex("#e6e9ec"), Hex("#9aa5b0"), Hex("#2a3138"),
        [Hex("#4aa8e8"), Hex("#ff8c42"), Hex("#2fc59a"), Hex("#e59ac4"), Hex("#e8b84a"), Hex("#9ad4f7"), Hex("#c3cbd3"), Hex("#b795d6")],
        PhaseColors("#c6e2f5", "#e59ac4", "#ff8c42", "#f0b93a", "#4aa8e8", "#9ad4f7", "#2fc59a"),
        Hex("#56606a"));

    /// <summary>The colour of the target with this place in the suite.</summary>
    public Color ForTarget(int index) => Series[(index < 0 ? Series.Length - 1 : index) % Series.Length];

    private static ImmutableDictionary<Phase, Color> PhaseColors(string before, string verify, string compile, string load, string instantiate, string init, string execute) =>
        new Dictionary<Phase, Color>
        {
            [Phase.Route] = Hex(before),
            [Phase.Auth] = Hex(before),
            [Phase.Queue] = Hex(before),
            [Phase.Forward] = Hex(before),
            [Phase.Fetch] = Hex(verify),
            [Phase.Verify] = Hex(verify),
            [Phase.Compile] = Hex(compile),
            [Phase.Load] = Hex(load),
            [Phase.Instantiate] = Hex(instantiate),
            [Phase.Init] = Hex(init),
            [Phase.Execute] = Hex(execute),
        }.ToImmutableDictionary();

    private static Color Hex(string hex) => Color.FromHex(hex);
}
