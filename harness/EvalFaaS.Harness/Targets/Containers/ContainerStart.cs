using EvalFaaS.Harness.Load;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>How a container came up: it was created, unless it had been before, and started. Times are ns on the run's clock.</summary>
/// <param name="BeganNs">When the first call was made.</param>
/// <param name="CreatedNs">When it was created; null: before, or it was not seen.</param>
/// <param name="StartedNs">When the last call returned.</param>
/// <param name="ExitCode">Of the call that failed, or 0.</param>
internal readonly record struct ContainerStart(long BeganNs, long? CreatedNs, long StartedNs, int ExitCode)
{
    /// <summary>By one call, of what had been created or was frozen, or of a runtime that does both in one.</summary>
    public static ContainerStart By(RuntimeCall call) => new(call.BeganNs, null, call.EndedNs, call.ExitCode);

    /// <summary>By two calls.</summary>
    public static ContainerStart By(RuntimeCall create, RuntimeCall start) => new(create.BeganNs, create.EndedNs, start.EndedNs, start.ExitCode);

    /// <summary>A first answer that was waited for meanwhile, from the first call on: create is the phase load, start instantiate, until it listens init, and from the request to the first byte execute.</summary>
    public LoadSample Seen(LoadSample answer)
    {
        answer = FromFirstCall(answer);
        return CreatedNs is { } created
            ? Stretches.Seen(answer, BeganNs, (Phase.Load, created), (Phase.Instantiate, StartedNs), (Phase.Init, answer.IssuedNs), (Phase.Execute, answer.FirstByteNs))
            : Stretches.Seen(answer, BeganNs, (Phase.Instantiate, StartedNs), (Phase.Init, answer.IssuedNs), (Phase.Execute, answer.FirstByteNs));
    }

    /// <summary>The same of a container that had been frozen, and is initialised: the thaw is instantiate, and what follows execute. Its request may have been sent while it could not read it.</summary>
    public LoadSample SeenThawed(LoadSample answer)
    {
        answer = FromFirstCall(answer);
        return Stretches.Seen(answer, BeganNs, (Phase.Instantiate, StartedNs), (Phase.Execute, answer.FirstByteNs));
    }

    private LoadSample FromFirstCall(LoadSample answer) => answer with { IntendedNs = BeganNs, IssuedNs = Math.Max(BeganNs, answer.IssuedNs) };
}
