namespace EvalFaaS.Harness.Load;

/// <summary>Takes requests as they end, on the generator's thread: it must not wait, nor allocate.</summary>
public interface ISampleSink
{
    /// <summary>One request ended.</summary>
    void Take(in LoadSample sample);
}
