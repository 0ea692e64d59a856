using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Reports;

/// <summary>Computes the figures of cells of one kind.</summary>
internal interface IFigureSource
{
    /// <summary>The kind of measure that it is for.</summary>
    MeasureKind Kind { get; }

    /// <summary>Metrics on which targets are compared by ratio.</summary>
    IReadOnlyList<string> Compared { get; }

    /// <summary>The figures of a cell that has data.</summary>
    IEnumerable<Figure> Compute(CellData cell, SampleTable samples);
}
