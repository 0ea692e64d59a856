using EvalFaaS.Harness.Scenarios.Prices;
using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>A suite as validated: what is asked, of whom, under which load, how often. See docs/scenario-reference.md.</summary>
public sealed record Suite
{
    /// <summary>The fewest blocks with which two targets are compared.</summary>
    public const int MinimumBlocks = 6;

    /// <summary>Its name: names the folder of its results.</summary>
    public required string Name { get; init; }

    /// <summary>The questions that its report answers, at least one.</summary>
    public required ImmutableArray<string> Questions { get; init; }

    /// <summary>Blocks: each holds one trial of every cell in a random order. At least <see cref="MinimumBlocks"/>; default 10.</summary>
    public int Blocks { get; init; } = 10;

    /// <summary>Lets the run go on beyond <see cref="Blocks"/> until its intervals are narrow enough; null: the number is fixed.</summary>
    public MoreBlocks? More { get; init; }

    /// <summary>From when on the machine counts as disturbed, and how many blocks are repeated for that.</summary>
    public DisturbanceLimits Disturbance { get; init; } = new();

    /// <summary>Seed of the orders, arrivals and inputs. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The smaller form that this is: <c>quick</c>, <c>smoke</c>, or empty for the whole suite.</summary>
    public string Form { get; init; } = "";

    /// <summary>Its form for a first look.</summary>
    public SuiteForm Quick { get; init; } = SuiteForm.Quick;

    /// <summary>Its form for seeing whether it works.</summary>
    public SuiteForm Smoke { get; init; } = SuiteForm.Smoke;

    /// <summary>How long the pilot warms a target up at most before it looks for its capacity. Default 6 s.</summary>
    public TimeSpan PilotWarmUp { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Wall-clock time that the whole run should take; the runner warns when it will not keep it. Null: no bound.</summary>
    public TimeSpan? Budget { get; init; }

    /// <summary>The targets, in the order of the tables; the first is the one that the others are compared with unless <see cref="Reference"/> says otherwise.</summary>
    public required ImmutableArray<TargetSpec> Targets { get; init; }

    /// <summary>Name of the target that ratios are formed to. Default: the first target.</summary>
    public string? Reference { get; init; }

    /// <summary>Price sheets by which the report says what the invocations would cost. Default: none.</summary>
    public ImmutableArray<PriceSheet> Prices { get; init; } = [];

    /// <summary>What is measured.</summary>
    public required ImmutableArray<MeasureSpec> Measures { get; init; }

    /// <summary>Published data that its figures are held against, or null.</summary>
    public PublishedSet? Reproduces { get; init; }

    /// <summary>The file that it was read from, or empty.</summary>
    public string Path { get; init; } = "";

    /// <summary>SHA-256 of the file's bytes, 64 hexadecimal digits, or empty.</summary>
    public string Digest { get; init; } = "";

    /// <summary>This suite in one of its smaller forms; itself for an empty name.</summary>
    public Suite InForm(string form) => form.Length == 0 ? this : (form == Smoke.Name ? Smoke : Quick).Of(this);

    /// <summary>A sentence where a name is no target of this suite, or null.</summary>
    public string? WhyNoTarget(string name) => Targets.Any(t => t.Name == name)
        ? null
        : $"The suite '{Name}' has no target '{name}'.{NearestName.Suggestion(name, Targets.Select(t => t.Name))} It has {string.Join(", ", Targets.Select(t => t.Name))}.";
}
