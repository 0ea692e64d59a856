using EvalFaaS.Policies;

namespace EvalFaaS.Execution;

/// <summary>Makes ready ahead of calls what warm-up policies want, for as long as they want it. Only under the keeper's lock.</summary>
/// <remarks>Asked about are the current revisions of all functions, called or not. Where each call gets a fresh instance, none can be made ahead of it, and to make one ready is to load the code.</remarks>
internal sealed class WarmUps
{
    private readonly PolicyChoice _choice;
    private readonly KeptFunctions _functions;
    private readonly Func<IEnumerable<DeployedFunction>> _current;
    private readonly ModuleCache _modules;
    private readonly InstanceMaker _maker;
    private readonly Dictionary<string, WarmUpAsker> _acting;
    private readonly WarmUpAsker[] _shadows;
    private readonly bool _isOff;
    private readonly HashSet<KeptFunction> _ready = [];

    public WarmUps(RuntimeOptions options, PolicySurroundings surroundings, KeptFunctions functions, Func<IEnumerable<DeployedFunction>> current, ModuleCache modules, TimeProvider time)
    {
        (_choice, _functions, _current, _modules) = (options.WarmUp, functions, current, modules);
        _maker = new InstanceMaker(modules, time);
        _acting = _choice.Acting.DistinctBy(s => s.Text).ToDictionary(s => s.Text, s => new WarmUpAsker(s, surroundings, acts: true));
        _shadows = [.. _choice.Shadows.Select(s => new WarmUpAsker(s, surroundings, acts: false))];
        _isOff = All.All(a => a.IsOff);
        Records = new RecordRing<WarmUpRecord>(options.RecentDecisions);
    }

    /// <summary>The acting policies, then those in their shadow.</summary>
    public IEnumerable<WarmUpAsker> All => [.. _acting.Values, .. _shadows];

    /// <summary>The last decisions that changed something.</summary>
    public RecordRing<WarmUpRecord> Records { get; }

    /// <summary>A function is called.</summary>
    public void Arrived(KeptFunction kept, double now)
    {
        if (!_isOff) foreach (var asker in AskersOf(kept.Function)) asker.Arrived(kept.Number, now);
    }

    /// <summary>Asks the policies whose time has come, and ends what was ready for long enough.</summary>
    /// <param name="now">The time.</param>
    /// <param name="ended">Gets the functions that are to be ready no longer.</param>
    /// <param name="pooled">Gets those that have, or get, instances whose time runs out.</param>
    public void Go(double now, HashSet<KeptFunction> ended, HashSet<KeptFunction> pooled)
    {
        if (_isOff) return;
        var due = All.Where(a => !a.IsOff && a.IsDue(now)).ToHashSet();
        if (due.Count > 0) foreach (var function in _current()) Ask(_functions.Of(function), now, due);
        pooled.UnionWith(_ready.Where(kept => kept.Function.Pool is not null));
        foreach (var kept in _ready.Where(kept => !(kept.ReadyUntil > now)).ToList())
        {
            kept.ReadyUntil = null;
            kept.Function.Wanted = null;
            _ready.Remove(kept);
            ended.Add(kept);
        }
    }

    private IEnumerable<WarmUpAsker> AskersOf(DeployedFunction function) => [_acting[_choice.For(function.Revision.Name.Function).Text], .. _shadows];

    private void Ask(KeptFunction kept, double now, HashSet<WarmUpAsker> due)
    {
        _functions.Refresh(kept);
        foreach (var asker in AskersOf(kept.Function).Where(due.Contains))
        {
            if (asker.Ask(kept, now, out var decision)) Records.Add(new WarmUpRecord(kept.Function.Name, now, asker.Text, asker.Acts, decision));
            if (asker.Acts) Set(kept, decision.Action == WarmUpAction.None ? null : decision, now);
        }
    }

    private void Set(KeptFunction kept, WarmUpDecision? decision, double now)
    {
        var function = kept.Function;
        if (decision is not { } wanted)
        {
            // One that is ready until now is found, and ended, by who looks next.
            if (kept.ReadyUntil is not null) kept.ReadyUntil = now;
            function.Wanted = null;
            return;
        }

        kept.ReadyUntil = now + wanted.ForSeconds;
        function.Wanted = new Provision(wanted);
        _ready.Add(kept);
        _modules.PreWarm(function.Slot);
        _maker.Make(function, wanted.Instances, now + wanted.ForSeconds);
    }
}
