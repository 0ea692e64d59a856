using ScottPlot;

namespace EvalFaaS.Harness.Reports;

/// <summary>A plot with its place in the chart.</summary>
internal sealed record Panel(Plot Plot, PixelRect Place);
