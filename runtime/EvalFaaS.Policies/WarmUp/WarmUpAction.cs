namespace EvalFaaS.Policies;

/// <summary>What is made ready, from the cheapest.</summary>
public enum WarmUpAction : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The code is loaded, so that a call finds start state N4.</summary>
    LoadModule,

    /// <summary>One instance is made, so that a call finds start state N5 where instances are reused.</summary>
    Instantiate,

    /// <summary>Several instances are made.</summary>
    Scale,
}
