namespace EvalFaaS.Policies;

/// <summary>A forecast that learns from each minute that ends.</summary>
public interface IOnlineForecast : IForecast
{
    /// <summary>A minute has ended: its calls become the newest of the past.</summary>
    /// <param name="now">The time of its end, seconds on the executor's clock.</param>
    /// <param name="calls">Calls in it by function; more functions than before are new ones.</param>
    void EndMinute(double now, ReadOnlySpan<int> calls);
}
