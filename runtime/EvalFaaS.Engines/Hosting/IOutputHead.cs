namespace EvalFaaS.Engines;

/// <summary>Finds the response's status and headers at the beginning of what a guest writes.</summary>
internal interface IOutputHead
{
    /// <summary>Bytes that a head may have at most; none of them counts as body.</summary>
    int Longest { get; }

    /// <summary>Sets status and headers on the state's context once they are known.</summary>
    /// <param name="output">All that was written so far.</param>
    /// <param name="final">Whether nothing more will come.</param>
    /// <param name="state">Whose output it is; takes the fault of a malformed head.</param>
    /// <returns>Bytes before the body, or null when more must be seen first. Never null when <paramref name="final"/>.</returns>
    int? Take(ReadOnlySpan<byte> output, bool final, GuestState state);
}
