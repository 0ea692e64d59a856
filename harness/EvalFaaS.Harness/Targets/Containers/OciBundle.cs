using System.Text.Json.Nodes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>An OCI runtime bundle made from scratch: a root file system with one static program, and config.json (OCI runtime specification 1.0).</summary>
internal static class OciBundle
{
    /// <summary>The program's path inside.</summary>
    public const string Program = "/server";

    /// <summary>Makes it.</summary>
    /// <param name="folder">Where; emptied first.</param>
    /// <param name="program">The static executable.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="memoryBytes">Memory limit, or null.</param>
    /// <param name="cores">CPU set.</param>
    /// <param name="withCgroup">Whether it gets a control group: without one nothing is limited and it cannot be paused.</param>
    /// <param name="cgroupPath">Path of the control group.</param>
    public static void Create(string folder, string program, IReadOnlyList<string> arguments, long? memoryBytes, IReadOnlyList<int> cores, bool withCgroup, string cgroupPath)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        var root = Directory.CreateDirectory(Path.Combine(folder, "rootfs")).FullName;
        foreach (var mountPoint in new[] { "proc", "dev", "tmp" }) Directory.CreateDirectory(Path.Combine(root, mountPoint));
        File.Copy(program, root + Program);
        File.SetUnixFileMode(root + Program, UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        var linux = new JsonObject
        {
            // No network namespace: the host's loopback, so that no bridge is measured with it.
            ["namespaces"] = new JsonArray([.. new[] { "pid", "ipc", "uts", "mount" }.Select(n => (JsonNode)new JsonObject { ["type"] = n })]),
            ["maskedPaths"] = new JsonArray("/proc/kcore", "/proc/keys", "/proc/timer_list"),
            ["readonlyPaths"] = new JsonArray("/proc/sys", "/proc/sysrq-trigger", "/proc/irq", "/proc/bus"),
        };
        if (withCgroup)
        {
            linux["cgroupsPath"] = cgroupPath;
            var resources = new JsonObject { ["cpu"] = new JsonObject { ["cpus"] = string.Join(',', cores) } };
            if (memoryBytes is { } bytes) resources["memory"] = new JsonObject { ["limit"] = bytes };
            linux["resources"] = resources;
        }

        var config = new JsonObject
        {
            ["ociVersion"] = "1.0.0",
            ["process"] = new JsonObject
            {
                ["terminal"] = false,
                ["user"] = new JsonObject { ["uid"] = 0, ["gid"] = 0 },
                ["args"] = new JsonArray([Program, .. arguments.Select(a => (JsonNode)a)]),
                ["env"] = new JsonArray("PATH=/"),
                ["cwd"] = "/",
                ["capabilities"] = new JsonObject(),
                ["noNewPrivileges"] = true,
            },
            ["root"] = new JsonObject { ["path"] = "rootfs", ["readonly"] = true },
            ["hostname"] = "function",
            ["mounts"] = new JsonArray(
                new JsonObject { ["destination"] = "/proc", ["type"] = "proc", ["source"] = "proc" },
                new JsonObject { ["destination"] = "/dev", ["type"] = "tmpfs", ["source"] = "tmpfs", ["options"] = new JsonArray("nosuid", "strictatime", "mode=755", "size=65536k") },
                new JsonObject { ["destination"] = "/tmp", ["type"] = "tmpfs", ["source"] = "tmpfs", ["options"] = new JsonArray("nosuid", "nodev", "size=16384k") }),
            ["linux"] = linux,
        };
        File.WriteAllText(Path.Combine(folder, "config.json"), config.ToJsonString());
    }
}
