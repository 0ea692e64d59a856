using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Harness.Running;

/// <summary>Decides which block comes next: first those planned, one in place of each disturbed one, then more in steps until the intervals are narrow enough.</summary>
internal sealed class RunLength(int blocks, MoreBlocks? more, int repeats)
{
    private readonly Queue<int> _disturbed = [];
    private int _due = blocks;
    private int _planned = blocks;
    private int _repeated;

    /// <summary>Number of the block that was begun last.</summary>
    public int Number { get; private set; }

    /// <summary>The disturbed block that it is run in place of, or null.</summary>
    public int? Repeats { get; private set; }

    /// <summary>Blocks that are due in all as far as is known, for progress.</summary>
    public int Expected => Number + _due + _disturbed.Count;

    /// <summary>Why no block follows, in a sentence; empty as long as one does.</summary>
    public string Ending { get; private set; } = "";

    /// <summary>Begins the next block, or says that there is none.</summary>
    /// <param name="width">The widest ratio interval so far, as a share of its ratio; asked at looks alone.</param>
    /// <param name="timeFor">Whether the budget has room for so many more blocks.</param>
    public bool TryBegin(Func<double> width, Func<int, bool> timeFor)
    {
        if (_due == 0 && _disturbed.Count == 0) Look(width, timeFor);
        Repeats = null;
        if (_due > 0) _due--;
        else if (_disturbed.TryDequeue(out var block)) Repeats = block;
        else return false;
        Number++;
        return true;
    }

    /// <summary>Tells that the block begun last was disturbed: another is run in its place, while there may be one.</summary>
    public void WasDisturbed()
    {
        if (_repeated >= repeats) return;
        _repeated++;
        _disturbed.Enqueue(Number);
    }

    private void Look(Func<double> width, Func<int, bool> timeFor)
    {
        if (more is null || _planned >= more.UpTo)
        {
            Ending = more is null ? "All planned blocks were run." : "The largest number of blocks was reached.";
            return;
        }

        var found = width();
        var step = Math.Min(more.Every, more.UpTo - _planned);
        if (found <= more.Width) Ending = FormattableString.Invariant($"The widest ratio interval was {found:P1} of its ratio, at most {more.Width:P1} were asked for.");
        else if (!timeFor(step)) Ending = FormattableString.Invariant($"The budget had no room for {step} more blocks; the widest ratio interval is {found:P1} of its ratio, {more.Width:P1} were asked for.");
        else _planned += _due = step;
    }
}
