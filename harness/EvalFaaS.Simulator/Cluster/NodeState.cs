using EvalFaaS.Policies;

namespace EvalFaaS.Simulator.Cluster;

/// <summary>What changes of a node.</summary>
internal sealed class NodeState(NodeModel model, ulong key, int functions)
{
    private readonly int[] _instancesOf = new int[functions];
    private readonly bool[] _hasImage = new bool[functions];
    private double _linkFreeAt;
    private int _instances;

    public double DistanceSeconds => model.DistanceSeconds;

    public ProcessorSharing Cpu { get; } = new(model.Cpus);

    public bool Alive { get; set; } = true;

    /// <summary>Which planned end of work is valid.</summary>
    public int Stamp { get; set; }

    public double UsedMiB { get; private set; }

    /// <summary>As a policy sees it.</summary>
    public PlacementNode Seen(int function) => new(
        key, Alive, model.MemoryMiB, UsedMiB, model.Cpus, Cpu.Used, _instances, _instancesOf[function], _hasImage[function], model.DistanceSeconds);

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

    /// <summary>Brings a function's image here, after those that are on their way.</summary>
    /// <returns>Seconds until it is here.</returns>
    public double Fetch(int function, double imageMiB, double now)
    {
        if (_hasImage[function]) return 0;
        _hasImage[function] = true;
        if (imageMiB <= 0 || double.IsPositiveInfinity(model.ImageMiBPerSecond)) return 0;
        _linkFreeAt = Math.Max(now, _linkFreeAt) + imageMiB / model.ImageMiBPerSecond;
        return _linkFreeAt - now;
    }
}
