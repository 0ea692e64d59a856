using EvalFaaS.Simulator.Laws;
using EvalFaaS.Simulator.Streams;

namespace EvalFaaS.Simulator.Workloads;

/// <summary>Arrivals whose work is drawn from a law, in the order of arrival.</summary>
internal abstract class TimedArrivals(Law service, RandomStream work) : Arrivals
{
    public sealed override double Work() => service.Sample(work);
}
