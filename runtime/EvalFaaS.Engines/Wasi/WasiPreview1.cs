namespace EvalFaaS.Engines;

/// <summary>
/// WASI preview 1, the module <c>wasi_snapshot_preview1</c>, written once for all engines.
/// What it does and what it refuses: docs/wasi.md. Source: the <c>witx</c> description in WebAssembly/WASI, phases/snapshot.
/// </summary>
public static class WasiPreview1
{
    /// <summary>All functions.</summary>
    public static IEnumerable<HostFunction> Functions { get; } =
    [
        .. Skeleton(),
    ];

    private static IEnumerable<HostFunction> Skeleton()
    {
        (string, string)[] all =
        [
            ("args_get", "ii"), ("args_sizes_get", "ii"), ("environ_get", "ii"), ("environ_sizes_get", "ii"),
            ("clock_res_get", "ii"), ("clock_time_get", "ili"),
            ("fd_advise", "illi"), ("fd_allocate", "ill"), ("fd_close", "i"), ("fd_datasync", "i"),
            ("fd_fdstat_get", "ii"), ("fd_fdstat_set_flags", "ii"), ("fd_fdstat_set_rights", "ill"),
            ("fd_filestat_get", "ii"), ("fd_filestat_set_size", "il"), ("fd_filestat_set_times", "illi"),
            ("fd_pread", "iiili"), ("fd_prestat_get", "ii"), ("fd_prestat_dir_name", "iii"), ("fd_pwrite", "iiili"),
            ("fd_read", "iiii"), ("fd_readdir", "iiili"), ("fd_renumber", "ii"), ("fd_seek", "ilii"), ("fd_sync", "i"),
            ("fd_tell", "ii"), ("fd_write", "iiii"),
            ("path_create_directory", "iii"), ("path_filestat_get", "iiiii"), ("path_filestat_set_times", "iiiilli"),
            ("path_link", "iiiiiii"), ("path_open", "iiiiillii"), ("path_readlink", "iiiiii"), ("path_remove_directory", "iii"),
            ("path_rename", "iiiiii"), ("path_symlink", "iiiii"), ("path_unlink_file", "iii"),
            ("poll_oneoff", "iiii"), ("proc_raise", "i"), ("sched_yield", ""), ("random_get", "ii"),
            ("sock_accept", "iii"), ("sock_recv", "iiiiii"), ("sock_send", "iiiii"), ("sock_shutdown", "ii"),
        ];
        foreach (var (name, parameters) in all)
            yield return WasiFunction.Of(name, parameters, static (in HostCall _) => Errno.NoSys);
        yield return new HostFunction(WasiFunction.Module, "proc_exit", new FunctionType([ValueKind.I32], []), static (in HostCall call) => call.State.Exit(call.Int32(0)));
    }
}
