namespace EvalFaaS.Engines;

/// <summary>The exports that contracts call.</summary>
public enum GuestExport
{
    /// <summary><c>_start</c>, () -> ().</summary>
    Start,

    /// <summary><c>_initialize</c>, () -> (), once before any other call.</summary>
    Initialize,

    /// <summary><c>evalfaas_version</c>, () -> i32.</summary>
    Version,

    /// <summary><c>evalfaas_alloc</c>, (i32 length) -> i32 pointer.</summary>
    Alloc,

    /// <summary><c>evalfaas_handle</c>, (i32 pointer, i32 length) -> i64.</summary>
    Handle,
}

/// <summary>Names of the exports that contracts call.</summary>
public static class GuestExports
{
    /// <summary>All of them, in order.</summary>
    public static IReadOnlyList<GuestExport> All { get; } = Enum.GetValues<GuestExport>();

    /// <summary>The name in the module.</summary>
    public static string Name(GuestExport export) => export switch
    {
        GuestExport.Start => "_start",
        GuestExport.Initialize => "_initialize",
        GuestExport.Version => "evalfaas_version",
        GuestExport.Alloc => "evalfaas_alloc",
        GuestExport.Handle => "evalfaas_handle",
        _ => throw new ArgumentOutOfRangeException(nameof(export)),
    };
}
