using EvalFaaS.Model;

namespace EvalFaaS.Execution;

/// <summary>The rules of a <see cref="DeployRequest"/> that need no look at the module.</summary>
internal static class DeployValidation
{
    private const int MaximumTextBytes = 64 << 10;

    public static List<string> Problems(DeployRequest request)
    {
        var problems = new List<string>();
        Label("namespace", request.Function.Namespace);
        Label("name", request.Function.Name);
        if (request.Revision is not null) Label("revision", request.Revision);
        Label("trustDomain", request.TrustDomain);
        if (request.Bytes is null == request.Source is null) problems.Add("module: give either the module's bytes or its source, and not both.");

        var limits = request.Limits;
        Range("limits.memoryBytes", limits.MemoryBytes, 64 << 10, 4L << 30);
        Range("limits.timeout (ms)", (long)limits.Timeout.TotalMilliseconds, 1, 3_600_000);
        Range("limits.tableElements", limits.TableElements, 0, int.MaxValue);
        Range("limits.responseBytes", limits.ResponseBytes, 0, long.MaxValue);
        Range("limits.requestBytes", limits.RequestBytes, 0, long.MaxValue);
        Range("limits.logBytes", limits.LogBytes, 0, int.MaxValue);
        if (limits.Fuel is { } fuel) Range("limits.fuel", fuel, 1, long.MaxValue);
        Range("concurrency", request.Concurrency, 1, 10_000);
        Range("queueLength", request.QueueLength, 0, 100_000);
        Range("maxInvocations", request.MaxInvocations, 0, int.MaxValue);
        Environment(request, problems);
        Directories(request, problems);
        return problems;

        void Label(string field, string? value)
        {
            if (!DnsLabel.IsValid(value)) problems.Add($"{field}: '{value}' is not valid. Write 1 to 63 of a-z, 0-9 and '-', not starting or ending with '-'.");
        }

        void Range(string field, long value, long low, long high)
        {
            if (value < low || value > high) problems.Add($"{field}: {value} is out of range. Give {low} to {high}.");
        }
    }

    private static void Environment(DeployRequest request, List<string> problems)
    {
        var size = 0;
        foreach (var (key, value) in request.Environment)
        {
            if (string.IsNullOrEmpty(key) || key.Contains('=') || key.Contains('\0')) problems.Add($"environment: '{key}' is no variable name. It must not be empty and not contain '=' or NUL.");
            if (value is null || value.Contains('\0')) problems.Add($"environment: the value of '{key}' is missing or contains NUL.");
            size += key.Length + (value?.Length ?? 0) + 2;
        }

        foreach (var argument in request.Arguments)
        {
            if (argument.Contains('\0')) problems.Add("arguments: one contains NUL.");
            size += argument.Length + 1;
        }

        if (size > MaximumTextBytes) problems.Add($"environment: variables and arguments have {size} characters together. At most {MaximumTextBytes} are taken.");
    }

    private static void Directories(DeployRequest request, List<string> problems)
    {
        foreach (var grant in request.Directories)
        {
            if (!Path.IsPathFullyQualified(grant.HostPath)) problems.Add($"directories: the host path '{grant.HostPath}' is not absolute.");
            else if (!Directory.Exists(grant.HostPath)) problems.Add($"directories: the host path '{grant.HostPath}' is no directory of this node.");
            if (grant.GuestPath is "" || grant.GuestPath.Contains('\0')) problems.Add("directories: a guest path is empty or contains NUL.");
        }
    }
}
