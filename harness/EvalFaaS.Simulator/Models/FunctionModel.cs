using EvalFaaS.Simulator.Laws;

namespace EvalFaaS.Simulator.Models;

/// <summary>What a function is to the simulator.</summary>
public sealed record FunctionModel
{
    /// <summary>Unlimited, where a limit is meant.</summary>
    public const int Unlimited = int.MaxValue;

    /// <summary>Its name in reports. Default <c>function</c>.</summary>
    public string Name { get; init; } = "function";

    /// <summary>The law of an invocation's work, seconds on a core of its own. Default exponential with mean 1 s.</summary>
    public Law Service { get; init; } = new ExponentialLaw(1);

    /// <summary>What a cold start takes. Default nothing.</summary>
    public ColdStart ColdStart { get; init; } = ColdStart.None;

    /// <summary>Memory of an instance, MiB, above 0. Default 128.</summary>
    public double MemoryMiB { get; init; } = 128;

    /// <summary>What must be on a node before an instance can start there, MiB. Default 0.</summary>
    public double ImageMiB { get; init; }

    /// <summary>What a request and its answer carry together, MiB. Default 0.</summary>
    public double PayloadMiB { get; init; }

    /// <summary>After how long an answer is worth nothing any more, seconds: what admission may look at. Default never.</summary>
    public double Deadline { get; init; } = double.PositiveInfinity;

    /// <summary>Invocations that an instance takes at a time, at least 1. Default 1.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>The most instances, at least 1. Default unlimited.</summary>
    public int MaxInstances { get; init; } = Unlimited;

    /// <summary>The most invocations that wait when all instances are busy and no more may be made; the rest is rejected. Default 0.</summary>
    public int QueueLimit { get; init; }

    /// <summary>Which instance gets an invocation that several could take. Default the newest.</summary>
    public RequestOrder Order { get; init; } = RequestOrder.NewestFirst;

    /// <summary>How long an instance may live before the platform replaces it, once it is idle, however busy it was; null, the default, where for ever.</summary>
    public Law? Lifetime { get; init; }

    /// <summary>How a platform would charge for it. Default to the very second and MiB.</summary>
    public Billing Billing { get; init; }

    /// <summary>This, if it makes sense.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Something in it does not.</exception>
    public FunctionModel Checked()
    {
        AtLeast(Concurrency, 1, "concurrency");
        AtLeast(MaxInstances, 1, "largest number of instances");
        AtLeast(QueueLimit, 0, "queue limit");
        if (!(MemoryMiB > 0 && double.IsFinite(MemoryMiB))) throw new ArgumentOutOfRangeException(nameof(MemoryMiB), MemoryMiB, $"The memory of '{Name}' must be above 0 MiB, and {MemoryMiB} is not.");
        return this;
    }

    private void AtLeast(int value, int least, string what)
    {
        if (value < least) throw new ArgumentOutOfRangeException(what, value, $"The {what} of '{Name}' must be at least {least}, and {value} is not.");
    }
}
