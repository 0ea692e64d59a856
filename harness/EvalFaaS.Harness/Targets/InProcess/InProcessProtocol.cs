using System.Text.Json;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.InProcess;

/// <summary>What the harness asks of the process that has the engine in it: one JSON object a line.</summary>
/// <param name="Operation">What to do.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Module">deploy: path of the module.</param>
/// <param name="Method">deploy: the request's method.</param>
/// <param name="Path">deploy: its path and query.</param>
/// <param name="Headers">deploy: its headers.</param>
/// <param name="Body">deploy: its body.</param>
/// <param name="Expected">deploy: the right answer, or null.</param>
/// <param name="MemoryBytes">deploy: the memory limit, or null for the default.</param>
/// <param name="State">start: the state to force.</param>
/// <param name="Count">hold: how many instances.</param>
internal sealed record InProcessRequest(
    InProcessOperation Operation,
    string Name = "",
    string Module = "",
    string Method = "",
    string Path = "",
    KeyValuePair<string, string>[]? Headers = null,
    byte[]? Body = null,
    byte[]? Expected = null,
    long? MemoryBytes = null,
    string State = "",
    int Count = 0)
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web);
}

/// <summary>What can be asked.</summary>
internal enum InProcessOperation
{
    Describe,
    Deploy,
    Start,
    Hold,
    Loads,
}

/// <summary>What the process answers: one JSON object a line. Times are raw ticks of the host's monotonic clock, ns.</summary>
/// <param name="Error">What went wrong, or null.</param>
/// <param name="StartedNs">start: when it began.</param>
/// <param name="EndedNs">start: when the answer was there.</param>
/// <param name="Right">start: whether the answer was the right one.</param>
/// <param name="State">start: the state found.</param>
/// <param name="InstanceId">start: the instance that answered.</param>
/// <param name="Phases">start: ns of each phase that occurred.</param>
/// <param name="ResidentBytes">hold: what the instances added.</param>
/// <param name="ProportionalBytes">hold: likewise.</param>
/// <param name="Loads">loads: modules loaded so far.</param>
/// <param name="Settings">describe: the engine's settings.</param>
/// <param name="Version">describe: the engine's version.</param>
internal sealed record InProcessAnswer(
    string? Error = null,
    long StartedNs = 0,
    long EndedNs = 0,
    bool Right = false,
    string State = "",
    long InstanceId = 0,
    Dictionary<Phase, long>? Phases = null,
    long ResidentBytes = 0,
    long ProportionalBytes = 0,
    long Loads = 0,
    KeyValuePair<string, string>[]? Settings = null,
    string Version = "");
