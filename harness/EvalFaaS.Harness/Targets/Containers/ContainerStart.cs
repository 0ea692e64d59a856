using EvalFaaS.Harness.Load;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>How a container came up: it was created, unless it had been before, and started.</summary>
/// <param name="Create">The call that created it, or null.</param>
/// <param name="Start">The call that started it.</param>
internal readonly record struct ContainerStart(RuntimeCall? Create, RuntimeCall Start)
{
    /// <summary>When the first call was made.</summary>
    public long BeganNs => Create?.BeganNs ?? Start.BeganNs;

    /// <summary>Of the call that failed, or 0.</summary>
    public int ExitCode => Create is { ExitCode: not 0 and var code } ? code : Start.ExitCode;

    /// <summary>A first answer that was waited for meanwhile, from the first call on: create is the phase load, start instantiate, until it listens init, and from the request to the first byte execute.</summary>
    public LoadSample Seen(LoadSample answer)
    {
        answer = FromFirstCall(answer);
        return Create is { } create
            ? Stretches.Seen(answer, BeganNs, (Phase.Load, create.EndedNs), (Phase.Instantiate, Start.EndedNs), (Phase.Init, answer.IssuedNs), (Phase.Execute, answer.FirstByteNs))
            : Stretches.Seen(answer, BeganNs, (Phase.Instantiate, Start.EndedNs), (Phase.Init, answer.IssuedNs), (Phase.Execute, answer.FirstByteNs));
    }

    /// <summary>The same of a container that had been frozen, and is initialised: the thaw is instantiate, and what follows execute. Its request may have been sent while it could not read it.</summary>
    public LoadSample SeenThawed(LoadSample answer)
    {
        answer = FromFirstCall(answer);
        return Stretches.Seen(answer, BeganNs, (Phase.Instantiate, Start.EndedNs), (Phase.Execute, answer.FirstByteNs));
    }

    private LoadSample FromFirstCall(LoadSample answer) => answer with { IntendedNs = BeganNs, IssuedNs = Math.Max(BeganNs, answer.IssuedNs) };
}
