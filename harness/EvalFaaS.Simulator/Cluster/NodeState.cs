using EvalFaaS.Policies;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>What changes of a node.</summary>
internal sealed class NodeState(NodeModel model, ulong key, int functions)
{
    private readonly int[] _instancesOf = new int[functions];
    private readonly double[] _imageAt = [.. Enumerable.Repeat(double.PositiveInfinity, functions)];
    private double _linkFreeAt;
    private int _instances;

    public double DistanceSeconds => model.DistanceSeconds;

    /// <summary>From where requests come in to here and back, with what they carry.</summary>
    public double WaySeconds(double payloadMiB) => model.DistanceSeconds + payloadMiB / model.PayloadMiBPerSecond;

    public ProcessorSharing Cpu { get; } = new(model.Cpus);

    public bool Alive { get; set; } = true;

    /// <summary>Which planned end of work is valid.</summary>
    public int Stamp { get; set; }

    public double UsedMiB { get; private set; }

    /// <summary>As a policy sees it.</summary>
    public PlacementNode Seen(int function) => new(
        key, Alive, model.MemoryMiB, UsedMiB, model.Cpus, Cpu.Used, _instances, _instancesOf[function], HasImage(function), model.DistanceSeconds);

    public void Add(int function, double memoryMiB)
    {
        UsedMiB += memoryMiB;
        _instances++;
        _instancesOf[function]++;
    }

    public void Remove(int function, double memoryMiB)
    {
        _instances--;
        _instancesOf[function]--;
        UsedMiB = _instances == 0 ? 0 : UsedMiB - memoryMiB;
    }

    /// <summary>Whether a function's image is here, or on its way.</summary>
    public bool HasImage(int function) => double.IsFinite(_imageAt[function]);

    /// <summary>Whether it could give a function's image to others.</summary>
    public bool Serves(int function, double now) => Alive && _imageAt[function] <= now;

    /// <summary>Brings a function's image here, after those that are on their way.</summary>
    /// <returns>Seconds until it is here.</returns>
    public double Fetch(int function, double imageMiB, bool fromPeer, double now)
    {
        if (!HasImage(function)) _imageAt[function] = Fetched(imageMiB, fromPeer ? model.PeerMiBPerSecond ?? model.ImageMiBPerSecond : model.ImageMiBPerSecond, now);
        return Math.Max(0, _imageAt[function] - now);
    }

    private double Fetched(double imageMiB, double speed, double now)
    {
        if (imageMiB <= 0 || double.IsPositiveInfinity(speed)) return now;
        return _linkFreeAt = Math.Max(now, _linkFreeAt) + imageMiB / speed;
    }
}
