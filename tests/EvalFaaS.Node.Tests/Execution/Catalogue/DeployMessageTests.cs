using EvalFaaS.Model;

namespace EvalFaaS.Execution.Tests;

public sealed class DeployMessageTests
{
    [Fact]
    public Task An_unknown_engine_gets_the_nearest_name() =>
        Refused(r => r with { Engine = "fakee" }, FaultKind.EngineUnavailable, "Did you mean 'fake'?");

    [Fact]
    public Task An_engine_that_cannot_be_had_says_what_is_missing() =>
        Refused(r => r, FaultKind.EngineUnavailable, "libfake is missing", new FakeEngineProvider { Unavailable = "libfake is missing" });

    [Fact]
    public Task A_missing_import_is_named() =>
        Refused(r => r with { Bytes = TestModules.Importing("env", "launch") }, FaultKind.ImportMissing, "env.launch () -> ()");

    [Fact]
    public Task A_module_for_the_wrong_contract_says_which_it_has() =>
        Refused(r => r with { Contract = ContractKind.WasiCommand }, FaultKind.ContractMismatch, "what it exports is a reactor");

    [Fact]
    public Task A_module_without_a_contract_says_what_to_export() =>
        Refused(r => r with { Bytes = TestModules.Nothing() }, FaultKind.ContractMismatch, "`_start`");

    [Fact]
    public Task A_truncated_module_says_at_which_byte() =>
        Refused(r => r with { Bytes = TestModules.Reactor()[..20] }, FaultKind.ModuleMalformed, "byte");

    [Fact]
    public Task A_component_says_that_core_modules_run_here() =>
        Refused(r => r with { Bytes = new byte[] { 0, 0x61, 0x73, 0x6D, 13, 0, 1, 0 } }, FaultKind.ModuleUnsupported, "component");

    [Fact]
    public Task A_wrong_digest_names_both()
    {
        var found = ModuleDigest.Of(TestModules.Reactor());
        var asked = ModuleDigest.Of([1]);
        return Refused(r => r with { Digest = asked }, FaultKind.DigestMismatch, $"its digest is {found}, asked for was {asked}");
    }

    [Fact]
    public Task A_command_cannot_be_reused() =>
        Refused(r => r with { Bytes = TestModules.Command(), MaxInvocations = 0 }, FaultKind.InvalidRequest, "a command ends with each invocation");

    [Fact]
    public Task Every_field_out_of_range_is_named() =>
        Refused(r => r with { Concurrency = 0, QueueLength = -1, TrustDomain = "No" }, FaultKind.InvalidRequest, "concurrency: 0", null, "queueLength: -1", "trustDomain: 'No'");

    [Fact]
    public Task A_module_that_is_too_large_says_how_large_it_may_be() =>
        Refused(r => r with { Bytes = new byte[2 << 20] }, FaultKind.ModuleUnsupported, "at most 1048576 bytes");

    private static async Task Refused(Func<DeployRequest, DeployRequest> with, FaultKind kind, string message, FakeEngineProvider? engine = null, params string[] further)
    {
        await using var bench = await RuntimeBench.StartAsync(o => o with { MaximumModuleBytes = 1 << 20 }, engine);

        var fault = (await Assert.ThrowsAsync<FaultException>(() => bench.DeployAsync(with: with))).Fault;

        Assert.Equal(kind, fault.Kind);
        foreach (var part in further.Prepend(message)) Assert.Contains(part, fault.Message);
        Assert.Empty(bench.Runtime.List(null));
    }
}
