namespace EvalFaaS.Engines.Worker;

/// <summary>What follows a part of a request's body.</summary>
internal enum BodyState : byte
{
    /// <summary>More, when asked for.</summary>
    More = 0,

    /// <summary>Nothing: it is the end.</summary>
    Last = 1,

    /// <summary>Nothing: the client broke off.</summary>
    Broken = 2,
}
