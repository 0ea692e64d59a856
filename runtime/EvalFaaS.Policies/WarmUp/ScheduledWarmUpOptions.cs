namespace EvalFaaS.Policies;

/// <summary>Options of <see cref="ScheduledWarmUp"/>.</summary>
public sealed record ScheduledWarmUpOptions
{
    /// <summary>When windows begin: a cron expression of five fields. Default every day at 8:00.</summary>
    [PolicyOption("schedule", "When windows begin: a cron expression of five fields.", Unit.None, 0, 0, "crontab(5); ours: the beginning of a working day")]
    public string Schedule { get; init; } = "0 8 * * *";

    /// <summary>The time zone of the schedule. Default UTC.</summary>
    [PolicyOption("zone", "The time zone of the schedule, by its IANA name.", Unit.None, 0, 0, "ours")]
    public string Zone { get; init; } = "UTC";

    /// <summary>How long a window lasts. Default 36,000 s, 10 hours.</summary>
    [PolicyOption("length", "How long a window lasts.", Unit.Seconds, 1, 31_536_000, "ours")]
    public double Length { get; init; } = 36_000;

    /// <summary>How long before a window things are made ready. Default 60 s.</summary>
    [PolicyOption("ahead", "How long before a window things are made ready.", Unit.Seconds, 0, 86_400, "ours: longer than any start of an instance takes")]
    public double Ahead { get; init; } = 60;

    /// <summary>Instances that are made ready; 0 loads the code alone. Default 1.</summary>
    [PolicyOption("instances", "Instances that are made ready; 0 loads the code alone.", Unit.Instances, 0, 1_000_000, "AWS Lambda's provisioned concurrency, scheduled")]
    public int Instances { get; init; } = 1;
}
