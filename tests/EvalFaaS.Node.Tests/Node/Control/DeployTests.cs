using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using EvalFaaS.Model;

namespace EvalFaaS.Node.Tests;

public sealed class DeployTests
{
    private const string Hello = "/api/v1/namespaces/default/functions/hello";

    [Fact]
    public async Task A_module_alone_is_deployed_with_the_node_s_defaults()
    {
        await using var bench = await NodeBench.StartAsync();
        var module = new ByteArrayContent(RepositoryFiles.Prebuilt("hello"));
        module.Headers.ContentType = new MediaTypeHeaderValue("application/wasm");

        using var response = await bench.Client.PutAsync(Hello, module, NodeBench.Cancellation);

        Assert.Equal((HttpStatusCode.Created, "/api/v1/namespaces/default/functions/hello/revisions/1"), (response.StatusCode, response.Headers.Location?.ToString()));
        var function = await bench.GetJsonAsync(Hello);
        Assert.Equal(("default/hello@1", "reactor", "wasmtime"), ((string?)function["id"], (string?)function["contract"], (string?)function["engine"]));
    }

    [Fact]
    public async Task A_module_of_the_node_s_machine_is_deployed_by_its_path()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.Client.PutAsJsonAsync(Hello, new { module = new { path = RepositoryFiles.Path("scenarios/functions/prebuilt/hello.wasm") } }, NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task What_the_specification_says_is_what_is_served()
    {
        await using var bench = await NodeBench.StartAsync();

        await bench.DeployAsync("hello", RepositoryFiles.Prebuilt("hello"), new { revision = "blue", concurrency = 7, maxInvocations = 0, limits = new { timeoutMs = 250, memoryBytes = 2 << 20 }, environment = new Dictionary<string, string> { ["KEY"] = "secret" } });

        var function = await bench.GetJsonAsync(Hello);
        Assert.Equal(("blue", 7, 0, 250d, 2L << 20, "[\"KEY\"]"), (
            (string?)function["revision"], (int)function["concurrency"]!, (int)function["maxInvocations"]!,
            (double)function["limits"]!["timeoutMs"]!, (long)function["limits"]!["memoryBytes"]!, function["environment"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_wrong_digest_is_422_and_deploys_nothing()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello"), new { digest = ModuleDigest.Of("other"u8).ToString() });

        Assert.Equal((422, "digest-mismatch"), ((int)response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
        Assert.Empty((await bench.GetJsonAsync("/api/v1/functions")).AsArray());
    }

    [Fact]
    public async Task A_truncated_module_is_422()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello")[..200]);

        Assert.Equal((422, "module-malformed"), ((int)response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Fact]
    public async Task An_import_that_nobody_grants_is_named()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.TryDeployAsync("hello", TestModules.StrangeImport);

        var problem = await NodeBench.ProblemAsync(response);
        Assert.Equal((422, "import-missing"), ((int)response.StatusCode, (string?)problem["kind"]));
        Assert.Contains("wasi_snapshot_preview1.sock_teleport", (string?)problem["detail"]);
    }

    [Fact]
    public async Task A_module_for_another_contract_is_422()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello"), new { contract = "wasi-command" });

        Assert.Equal((422, "contract-mismatch"), ((int)response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Fact]
    public async Task An_unknown_engine_is_422_with_the_nearest_name()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello"), new { engine = "wasmtme" });

        Assert.Equal(422, (int)response.StatusCode);
        Assert.Contains("'wasmtime'", (string?)(await NodeBench.ProblemAsync(response))["detail"]);
    }

    [Fact]
    public async Task An_unknown_key_of_the_specification_is_400_and_named()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello"), new { concurency = 3 });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("concurency", (string?)(await NodeBench.ProblemAsync(response))["detail"]);
    }

    [Fact]
    public async Task A_content_type_that_is_not_understood_is_415_and_says_what_is()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.Client.PutAsync(Hello, new StringContent("x"), NodeBench.Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains("application/wasm", (string?)(await NodeBench.ProblemAsync(response))["detail"]);
    }

    [Fact]
    public async Task A_bad_function_name_is_400()
    {
        await using var bench = await NodeBench.StartAsync();

        using var response = await bench.TryDeployAsync("Hello", RepositoryFiles.Prebuilt("hello"));

        Assert.Equal((400, "invalid-request"), ((int)response.StatusCode, (string?)(await NodeBench.ProblemAsync(response))["kind"]));
    }

    [Fact]
    public async Task A_host_directory_is_granted_only_below_those_of_the_configuration()
    {
        await using var bench = await NodeBench.StartAsync(o => o with { Directories = ["/usr/share"] });

        using var refused = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello-wasi"), new { directories = new[] { new { hostPath = "/usr/share/../../etc", guestPath = "/data" } } });
        using var granted = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello-wasi"), new { directories = new[] { new { hostPath = "/usr/share/doc", guestPath = "/data" } } });

        Assert.Equal((400, 201), ((int)refused.StatusCode, (int)granted.StatusCode));
    }

    [Fact]
    public async Task A_module_over_the_limit_is_refused()
    {
        await using var bench = await NodeBench.StartAsync(o => o with { Runtime = o.Runtime with { MaximumModuleBytes = 1_000 } });

        using var response = await bench.TryDeployAsync("hello", RepositoryFiles.Prebuilt("hello-wasi"));

        Assert.Equal(422, (int)response.StatusCode);
    }
}
