namespace EvalFaaS.Policies;

/// <summary>The greatest number of the latest turns, in constant time on average.</summary>
/// <remarks>The ascending minima algorithm (Harter 2001), turned upside down: a number that a later and greater one follows can never be the greatest again.</remarks>
internal sealed class MaximumWindow(int turns)
{
    private readonly (long Turn, int Value)[] _ring = new (long, int)[turns + 1];
    private int _first, _count;

    /// <summary>Adds a turn's number, and says the greatest of the window that ends with it.</summary>
    /// <param name="turn">The turn; never falls.</param>
    /// <param name="value">The number.</param>
    public int Add(long turn, int value)
    {
        while (_count > 0 && turn - _ring[_first].Turn >= turns) Drop();
        while (_count > 0 && _ring[(_first + _count - 1) % _ring.Length].Value <= value) _count--;
        _ring[(_first + _count++) % _ring.Length] = (turn, value);
        if (_count == _ring.Length) Drop();
        return _ring[_first].Value;
    }

    private void Drop() => (_first, _count) = ((_first + 1) % _ring.Length, _count - 1);
}
