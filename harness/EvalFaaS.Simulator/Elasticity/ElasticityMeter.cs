namespace EvalFaaS.Simulator.Elasticity;

/// <summary>Compares the instances that a load needed with those that were there, step by step, in constant memory.</summary>
/// <remarks>Source: N. Herbst et al., "Quantifying cloud performance and dependability: taxonomy, metric design, and emerging challenges", ACM TOMPECS 3(4), 2018 (SPEC RG Cloud), section 4.</remarks>
public sealed class ElasticityMeter
{
    private double _seconds, _under, _over, _underTime, _overTime, _apart, _compared;
    private long _demandChanges, _supplyChanges;
    private double _demand = double.NaN, _supply = double.NaN;

    /// <summary>For a while, so many instances were needed and so many there.</summary>
    /// <param name="seconds">How long.</param>
    /// <param name="demand">The fewest that would have done.</param>
    /// <param name="supply">Those that were ready.</param>
    public void Record(double seconds, double demand, double supply)
    {
        _seconds += seconds;
        if (demand > supply)
        {
            _under += seconds * (demand - supply) / demand;
            _underTime += seconds;
        }
        else if (supply > demand)
        {
            _over += seconds * (supply - demand) / supply;
            _overTime += seconds;
        }

        if (!double.IsNaN(_demand)) Compare(seconds, Math.Sign(demand - _demand), Math.Sign(supply - _supply));
        (_demand, _supply) = (demand, supply);
    }

    /// <summary>The metrics of all that was recorded.</summary>
    public ElasticityMetrics Metrics() => _seconds == 0 ? new ElasticityMetrics(0, 0, 0, 0, 0, 0) : new ElasticityMetrics(
        _under / _seconds, _over / _seconds, _underTime / _seconds, _overTime / _seconds,
        _compared == 0 ? 0 : _apart / _compared, (_supplyChanges - _demandChanges) / _seconds);

    private void Compare(double seconds, int demand, int supply)
    {
        _compared += seconds;
        if (demand != supply) _apart += seconds;
        if (demand != 0) _demandChanges++;
        if (supply != 0) _supplyChanges++;
    }
}
