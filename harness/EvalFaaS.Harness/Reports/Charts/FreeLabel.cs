using ScottPlot;
using ScottPlot.Plottables;

namespace EvalFaaS.Harness.Reports;

/// <summary>A text at a place of the data that may reach into the margins, where plain texts are cut off.</summary>
internal sealed class FreeLabel(Text text) : IPlottable, IRenderLast
{
    public bool IsVisible { get; set; } = true;

    public IAxes Axes { get => text.Axes; set => text.Axes = value; }

    public IEnumerable<LegendItem> LegendItems => [];

    public AxisLimits GetAxisLimits() => AxisLimits.NoLimits;

    public void Render(RenderPack rp)
    {
    }

    public void RenderLast(RenderPack rp) => text.Render(rp);
}
