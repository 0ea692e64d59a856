using EvalFaaS.Policies;

namespace EvalFaaS.Node;

/// <summary>A forecast that can go on with another model while the node runs.</summary>
public interface INodeForecast : IOnlineForecast
{
    /// <summary>Goes by another model from the next minute on, and keeps what it has learnt. From any thread.</summary>
    /// <param name="model">The model file.</param>
    /// <exception cref="IOException">It cannot be used; the message says why and what to do. The one before stays.</exception>
    void Refresh(string model);
}
