using EvalFaaS.Harness.Load;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Exports;

/// <summary>Rates as linear pieces that end with the load: what other tools understand.</summary>
internal static class ExportedRate
{
    private const int PiecesOfSine = 24;
    private const int MostSpans = 600;

    public static IReadOnlyList<RateSegment> Segments(OpenLoad load, double rate)
    {
        var seconds = load.Duration.TotalSeconds;
        return load.Shape switch
        {
            TimestampShape times => Spans(times, seconds),
            SineShape sine => Pieces(sine.Of(rate, load.Duration), seconds, sine.Period.TotalSeconds / PiecesOfSine),
            var shape => Cut((PiecewiseRate)shape.Of(rate, load.Duration), seconds),
        };
    }

    private static List<RateSegment> Cut(PiecewiseRate rate, double seconds)
    {
        var cut = new List<RateSegment>();
        var left = seconds;
        while (left > 1e-9)
        {
            foreach (var segment in rate.Segments)
            {
                if (left <= 1e-9) break;
                var length = Math.Min(left, segment.Seconds);
                cut.Add(new RateSegment(length, segment.From, segment.At(length)));
                left -= length;
            }

            if (rate.Repeats || left <= 1e-9) continue;
            var last = rate.Segments[^1].To;
            // A rate that stays needs no new piece where the last one is level already.
            if (cut[^1] is { } end && end.From == last) cut[^1] = end with { Seconds = end.Seconds + left };
            else cut.Add(new RateSegment(left, last, last));
            break;
        }

        return cut;
    }

    private static List<RateSegment> Pieces(IRate rate, double seconds, double step)
    {
        var pieces = new List<RateSegment>();
        for (var at = 0.0; at < seconds - 1e-9; at += step)
            pieces.Add(new RateSegment(Math.Min(step, seconds - at), rate.At(at), rate.At(Math.Min(at + step, seconds))));
        return pieces;
    }

    private static List<RateSegment> Spans(TimestampShape times, double seconds)
    {
        var spans = (int)Math.Clamp(Math.Ceiling(seconds), 1, MostSpans);
        var length = seconds / spans;
        var counts = new int[spans];
        foreach (var time in times.Times)
            if (time / 1e9 < seconds) counts[Math.Min(spans - 1, (int)(time / 1e9 / length))]++;
        return [.. counts.Select(count => new RateSegment(length, count / length, count / length))];
    }
}
