using System.Collections.Immutable;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>The names of start states in suites and results, from the least that is ready to the most.</summary>
/// <remarks>
/// N0 to N5 are the runtime's <see cref="Model.StartState"/>. A container from a bundle on disk starts at N3 (N2 with a cold page cache, N1 with the
/// image absent) and is N5 when its server is warm; <c>created</c>, <c>paused</c> and <c>pooled</c> (waiting in a pool of started ones) are rungs that only it or a process has.
/// </remarks>
public static class StartStates
{
    /// <summary>The state of a target that runs no function (the bare server that is the ceiling): it may stand beside any state.</summary>
    public const string None = "none";

    /// <summary>Every known name, in order.</summary>
    public static ImmutableArray<string> All { get; } = ["N0", "N1", "N2", "N3", "created", "N4", "paused", "pooled", "N5", None];

    /// <summary>A sentence fragment that says what was ready.</summary>
    public static string Describe(string state) => state switch
    {
        "N0" => "node start",
        "N1" => "artefact absent",
        "N2" => "on disk, cold page cache",
        "N3" => "on disk, warm page cache",
        "created" => "sandbox created, program not started",
        "N4" => "code mapped, fresh instance",
        "paused" => "running but frozen",
        "pooled" => "started ahead, has not answered yet",
        "N5" => "instance reused",
        None => "no sandbox",
        _ => "unknown state",
    };

    /// <summary>Whether a ratio may be formed between targets in these states: only within one, or to a target without a sandbox.</summary>
    public static bool Comparable(string a, string b) => a == b || a == None || b == None;

    /// <summary>Position in the ladder; unknown names come last.</summary>
    public static int Order(string state)
    {
        var index = All.IndexOf(state);
        return index < 0 ? All.Length : index;
    }
}
