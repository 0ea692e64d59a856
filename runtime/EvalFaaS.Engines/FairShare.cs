namespace EvalFaaS.Engines;

/// <summary>How far one function may go in what all share and nobody can be put out of: threads and processes that run guests to their end.</summary>
/// <remarks>
/// The dynamic threshold of A. Choudhury and E. Hahne, "Dynamic queue length thresholds for shared-memory packet switches", IEEE/ACM Transactions on Networking 6(2), 1998,
/// with a factor of 1: whoever holds much leaves as much. One function alone gets half, the second half of the rest, and a place stays for the next that comes,
/// without anybody's having to say beforehand who will.
/// </remarks>
public static class FairShare
{
    /// <summary>Whether a function may take one more.</summary>
    /// <param name="held">What it holds.</param>
    /// <param name="free">What nobody holds.</param>
    public static bool MayTake(int held, int free) => held < free;
}
