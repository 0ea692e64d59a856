namespace EvalFaaS.Studies.Charts;

/// <summary>A line of a chart.</summary>
/// <param name="Name">What it is called at its end.</param>
/// <param name="Color">Place of its colour.</param>
/// <param name="Points">Its points, in the order in which they are joined.</param>
internal sealed record Curve(string Name, int Color, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether its points are joined.</summary>
    public bool Joined { get; init; } = true;

    /// <summary>Whether its points are marked.</summary>
    public bool Marked { get; init; } = true;

    /// <summary>Whether its marks are small, for many points.</summary>
    public bool Small { get; init; }

    /// <summary>The band around it, low and high at each point; null where there is none.</summary>
    public IReadOnlyList<(double Low, double High)>? Band { get; init; }
}

/// <summary>How a chart of curves is drawn.</summary>
/// <param name="Across">What the horizontal axis shows.</param>
/// <param name="Up">What the vertical axis shows.</param>
internal sealed record CurveAxes(string Across, string Up)
{
    /// <summary>Whether the horizontal axis is one of logarithms.</summary>
    public bool LogX { get; init; }

    /// <summary>Whether the vertical axis is one of logarithms.</summary>
    public bool LogY { get; init; }

    /// <summary>The horizontal axis's beginning; null: zero, or the least point of a log axis.</summary>
    public double? LeastX { get; init; }

    /// <summary>The horizontal axis's end; null where the points say it.</summary>
    public double? MostX { get; init; }

    /// <summary>The vertical axis's end; null where the points say it.</summary>
    public double? MostY { get; init; }

    /// <summary>The vertical axis's beginning; null: zero.</summary>
    public double? LeastY { get; init; }

    /// <summary>A corner that is to be reached: everything left of and below it; null where there is none.</summary>
    public (double X, double Y)? Goal { get; init; }

    /// <summary>Height, pixels.</summary>
    public int Height { get; init; } = 460;
}
