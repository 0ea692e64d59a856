namespace EvalFaaS.Policies;

/// <summary>How far a function has been made ready ahead of its calls.</summary>
public enum ProvisionStatus : byte
{
    /// <summary>Nothing was asked for.</summary>
    NotProvisioned,

    /// <summary>Asked for, and not all there yet.</summary>
    Provisioning,

    /// <summary>All that was asked for is there.</summary>
    Provisioned,
}
