namespace EvalFaaS.Harness.Load;

/// <summary>Says when the requests of a load are due. Times are ns on the run's clock.</summary>
internal interface IPacer
{
    /// <summary>When the next request is due; <see cref="IArrivals.Never"/> where none is known yet, or none comes any more.</summary>
    long DueNs { get; }

    /// <summary>Which request of the plan that one is; null where the mix draws it.</summary>
    int? DueRequest => null;

    /// <summary>Takes the request that is due, and tells its intended start; null where that is whenever it is issued.</summary>
    long? Take();

    /// <summary>A request ended.</summary>
    void Ended(long nowNs);

    /// <summary>Whether no request will be due any more, however the ones under way end.</summary>
    bool IsOver(long nowNs);
}
