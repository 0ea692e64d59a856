namespace EvalFaaS.Policies;

/// <summary>Chooses among the endpoints that are alive.</summary>
internal static class AliveEndpoints
{
    /// <summary>How many are alive.</summary>
    public static int Count(ReadOnlySpan<BalanceEndpoint> endpoints)
    {
        var alive = 0;
        foreach (ref readonly var endpoint in endpoints)
            if (endpoint.Alive) alive++;
        return alive;
    }

    /// <summary>The index of the n-th that is alive, from 0.</summary>
    public static int At(ReadOnlySpan<BalanceEndpoint> endpoints, int n)
    {
        for (var i = 0; i < endpoints.Length; i++)
            if (endpoints[i].Alive && n-- == 0) return i;
        return -1;
    }

    /// <summary>Two different ones by chance, each pair as likely as any other; false where fewer than two are alive, and then the first is the only one, or -1.</summary>
    public static bool TryTwo(ReadOnlySpan<BalanceEndpoint> endpoints, ulong random, out int first, out int second)
    {
        // Nearly always all are alive: no need to count them.
        if (endpoints.Length >= 2)
        {
            (first, second) = Two(endpoints.Length, random);
            if (endpoints[first].Alive && endpoints[second].Alive) return true;
        }

        var alive = Count(endpoints);
        (first, second) = alive >= 2 ? Two(alive, Mixing.Mix(random)) : (0, 0);
        (first, second) = (At(endpoints, first), alive >= 2 ? At(endpoints, second) : -1);
        return alive >= 2;
    }

    private static (int First, int Second) Two(int count, ulong random)
    {
        var first = Mixing.Below(Mixing.Low(random), count);
        var second = Mixing.Below(Mixing.High(random), count - 1);
        return (first, second < first ? second : second + 1);
    }
}
