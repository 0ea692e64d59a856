namespace EvalFaaS.Policies;

/// <summary>What a keep-alive policy's decisions came to.</summary>
/// <param name="Calls">Calls that ended an idle time of their function.</param>
/// <param name="ColdStarts">Those of them that found nothing loaded.</param>
/// <param name="WastedMiBSeconds">Memory that was loaded during idle times, MiB times seconds.</param>
/// <param name="Cost">Both at the price.</param>
public readonly record struct KeepAccount(long Calls, long ColdStarts, double WastedMiBSeconds, double Cost)
{
    /// <summary>With one more call after an idle time.</summary>
    internal KeepAccount After(bool cold, double loadedSeconds, in FunctionTraits traits, in KeepPrice price) => new(
        Calls + 1, ColdStarts + (cold ? 1 : 0), WastedMiBSeconds + loadedSeconds * traits.MemoryMiB,
        Cost + (cold ? price.ColdStart(traits) : 0) + price.Kept(traits, loadedSeconds));
}
