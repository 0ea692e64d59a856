namespace EvalFaaS.Predictor.Traces;

/// <summary>What calls a function, in the words of the Azure Functions 2019 traces.</summary>
public enum TriggerKind
{
    /// <summary>Anything that is none of the others.</summary>
    Other,

    /// <summary>A request over HTTP.</summary>
    Http,

    /// <summary>A clock.</summary>
    Timer,

    /// <summary>A message in a queue.</summary>
    Queue,

    /// <summary>An event of an event hub or grid.</summary>
    Event,

    /// <summary>A change in a store.</summary>
    Storage,

    /// <summary>A step of a workflow (Durable Functions).</summary>
    Orchestration,
}
