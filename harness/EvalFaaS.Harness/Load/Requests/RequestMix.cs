namespace EvalFaaS.Harness.Load;

/// <summary>Draws which request comes next, by weight, and how large it is; the order is the seed's alone.</summary>
internal sealed class RequestMix
{
    private readonly LoadRequest[] _requests;
    private readonly double[] _upTo;
    private readonly Random _random;

    public RequestMix(IReadOnlyList<LoadRequest> requests, Random random)
    {
        if (requests.Count == 0 || requests.Any(r => !(r.Weight > 0))) throw new ArgumentException("A load has at least one request, each with a weight above 0.", nameof(requests));
        _requests = [.. requests];
        _random = random;
        _upTo = new double[_requests.Length];
        for (var i = 0; i < _upTo.Length; i++) _upTo[i] = (i == 0 ? 0 : _upTo[i - 1]) + _requests[i].Weight;
    }

    public (int Request, int Size) Next()
    {
        var i = 0;
        if (_requests.Length > 1)
            for (var at = _random.NextDouble() * _upTo[^1]; i < _upTo.Length - 1 && at >= _upTo[i];) i++;
        return (i, SizeOf(i));
    }

    /// <summary>Draws how large a request is.</summary>
    public int SizeOf(int request) => _requests[request].Payload?.Law.Draw(_random) ?? 0;
}
