using Docker.DotNet;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>Where the Docker Engine API of docker or podman listens, and a client of it.</summary>
/// <param name="Engine"><c>docker</c> or <c>podman</c>.</param>
internal sealed record EngineSocket(string Engine)
{
    /// <summary>The version of the API that is spoken: podman 4 knows none newer.</summary>
    private static readonly Version Api = new(1, 41);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>The socket: of <c>$DOCKER_HOST</c> or <c>$CONTAINER_HOST</c> where they name one, else the engine's usual one.</summary>
    public string Path => Named(Engine == "docker" ? "DOCKER_HOST" : "CONTAINER_HOST") ?? (Engine == "docker" ? "/var/run/docker.sock" : Podman);

    private static string Podman => Environment.UserName != "root" && Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } own
        ? System.IO.Path.Combine(own, "podman", "podman.sock")
        : "/run/podman/podman.sock";

    /// <summary>A client; it connects with its first request.</summary>
    public DockerClient Client() => new DockerClientBuilder().WithEndpoint(new Uri($"unix://{Path}")).WithApiVersion(Api).WithTimeout(Patience).Build();

    /// <summary>Null where the engine answers.</summary>
    public string? WhyUnavailable()
    {
        var remedy = Engine == "docker" ? "apt-get install docker.io, and start its service" : $"apt-get install podman, and 'podman system service --time=0 unix://{Path}'";
        if (!File.Exists(Path)) return $"{Engine}'s engine does not run, there is no socket {Path}: {remedy}";
        try
        {
            using var client = Client();
            client.System.PingAsync().GetAwaiter().GetResult();
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or DockerApiException or TimeoutException or IOException or OperationCanceledException)
        {
            return $"{Engine}'s engine does not answer at {Path}: {remedy}";
        }
    }

    private static string? Named(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } value && value.StartsWith("unix://", StringComparison.Ordinal) ? value["unix://".Length..] : null;
}
