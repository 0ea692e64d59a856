namespace EvalFaaS.Execution;

/// <summary>The warm-up of a runtime: which policy makes what ready of which function, its shadows, and what came of them.</summary>
public sealed class WarmUp
{
    private readonly KeepAlive _keepAlive;

    internal WarmUp(PolicyChoice choice, KeepAlive keepAlive) => (Choice, _keepAlive) = (choice, keepAlive);

    /// <summary>Which policy decides for which function.</summary>
    public PolicyChoice Choice { get; }

    /// <summary>What came of each policy that acts for some function.</summary>
    public IReadOnlyList<(string Policy, WarmUpAccount Account)> Acting => Accounts(acts: true);

    /// <summary>What would have come of each shadow.</summary>
    public IReadOnlyList<(string Policy, WarmUpAccount Account)> Shadows => Accounts(acts: false);

    /// <summary>The last decisions that differed from the one before about the same function, those of shadows included, oldest first.</summary>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<WarmUpRecord> Decisions(int count) => _keepAlive.Read((warmUps, _) => warmUps.Records.Last(count));

    private IReadOnlyList<(string, WarmUpAccount)> Accounts(bool acts) => _keepAlive.Read((warmUps, now) => warmUps.All.Where(a => a.Acts == acts).Select(a =>
    {
        a.SettleAll(now);
        return (a.Text, a.Account);
    }).ToList());
}
