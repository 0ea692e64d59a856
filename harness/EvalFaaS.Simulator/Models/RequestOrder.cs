namespace EvalFaaS.Simulator.Models;

/// <summary>Which of several instances that could take an invocation gets it.</summary>
public enum RequestOrder
{
    /// <summary>The one created last, so that the oldest can expire: what AWS Lambda was observed to do.</summary>
    /// <remarks>Source: G. McGrath, P. Brenner, "Serverless computing: design, implementation, and performance", ICDCSW 2017; N. Mahmoudi, H. Khazaei, SimFaaS, 2021.</remarks>
    NewestFirst,

    /// <summary>The one created first.</summary>
    OldestFirst,

    /// <summary>The one used last.</summary>
    MostRecentlyUsed,

    /// <summary>The one idle longest.</summary>
    LeastRecentlyUsed,

    /// <summary>Any, with equal probability.</summary>
    Random,
}
