using Cronos;

namespace EvalFaaS.Policies;

/// <summary>Keeps instances, or the code alone, ready during windows that a schedule names.</summary>
/// <remarks>Provisioned concurrency on a schedule, as AWS Application Auto Scaling has it. The schedule is a cron expression in a time zone, read by Cronos: times that a change to summer time skips or repeats are handled.</remarks>
public sealed class ScheduledWarmUp : IWarmUpPolicy
{
    private readonly ScheduledWarmUpOptions _options;
    private readonly CronExpression _schedule;
    private readonly TimeZoneInfo _zone;
    private readonly DateTimeOffset _epoch;
    private double _begin = double.NegativeInfinity, _next = double.NaN;
    private DateTimeOffset _nextMoment;

    /// <summary>Reads the schedule.</summary>
    /// <param name="options">The options.</param>
    /// <param name="epoch">The calendar's moment at second 0 of the executor's clock.</param>
    /// <exception cref="PolicyException">The schedule is no cron expression, or the zone unknown.</exception>
    public ScheduledWarmUp(ScheduledWarmUpOptions options, DateTimeOffset epoch)
    {
        _options = PolicyOptions.Checked(options);
        _epoch = epoch;
        if (!CronExpression.TryParse(options.Schedule, out var schedule))
            throw new PolicyException($"'{options.Schedule}' is no cron expression: write five fields, minute, hour, day, month and day of the week, for example 0 8 * * MON-FRI.");
        _schedule = schedule;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.Zone, out var zone))
            throw new PolicyException($"There is no time zone '{options.Zone}' here; write an IANA name such as Europe/Zurich, or UTC.");
        _zone = zone;
    }

    /// <inheritdoc/>
    public string Name => "scheduled-warm-up";

    /// <inheritdoc/>
    public double EverySeconds => 10;

    /// <inheritdoc/>
    public void Describe(int function, in FunctionTraits traits)
    {
    }

    /// <inheritdoc/>
    public WarmUpDecision Decide(in WarmUpQuestion question)
    {
        MoveTo(question.Now);
        var left = _begin + _options.Length - question.Now;
        if (left <= 0) return new(WarmUpAction.None, 0, 0, WarmUpReason.OutsideWindow, _next - _options.Ahead - question.Now);
        var action = _options.Instances switch { 0 => WarmUpAction.LoadModule, 1 => WarmUpAction.Instantiate, _ => WarmUpAction.Scale };
        return new(action, _options.Instances, left, WarmUpReason.InWindow, _begin - _options.Ahead - question.Now);
    }

    // Begins with the window that the first question may lie in.
    private void MoveTo(double now)
    {
        if (double.IsNaN(_next)) GoAfter(_epoch.AddSeconds(now - _options.Length));
        while (now >= _next - _options.Ahead)
        {
            _begin = _next;
            GoAfter(_nextMoment);
        }
    }

    // From the moment itself, not from its seconds: those are rounded, and a window would follow itself for ever.
    private void GoAfter(DateTimeOffset moment)
    {
        var next = _schedule.GetNextOccurrence(moment, _zone);
        _nextMoment = next ?? moment;
        _next = next is { } found ? (found - _epoch).TotalSeconds : double.PositiveInfinity;
    }
}
