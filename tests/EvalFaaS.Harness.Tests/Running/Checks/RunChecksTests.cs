using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Running;
using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Harness.Targets;

namespace EvalFaaS.Harness.Tests.Running;

public sealed class RunChecksTests
{
    [Fact]
    public void A_sound_run_begins_without_a_word_about_itself() =>
        Assert.DoesNotContain(Run(), w => w.Code is not ("frequency-scaling" or "frequency-boost"));

    [Fact]
    public void Too_few_blocks_end_it_unless_they_are_asked_for()
    {
        var few = Intent() with { Suite = Intent().Suite with { Blocks = 5 } };

        Assert.Contains("6 are the fewest", Refused(few with { Options = few.Options with { FewBlocks = false } }));
        Assert.Contains(RunChecks.Run(few), w => w.Code == "few-blocks");
    }

    [Fact]
    public void Instances_that_do_not_fit_the_memory_end_it()
    {
        var said = Refused(Intent("  - { kind: memory, functions: [hello], instances: 1000000 }\n") with { AvailableBytes = 1 << 30 });

        Assert.Contains("holds 1,000,000 instances on 'wasmtime-inproc', at least 7,812 MiB, and there are 1,024 MiB", said);
    }

    [Fact]
    public void A_rate_beyond_the_generators_reach_ends_it() =>
        Assert.Contains("asks for 900,000 requests a second; the generator reaches 100,000", Refused(Intent("  - { kind: latency, functions: [echo], rate: 900000 }\n")));

    [Fact]
    public void A_target_that_takes_no_neighbour_is_named_with_what_is_left_out_there()
    {
        var warning = Assert.Single(RunChecks.Run(Intent("  - { kind: latency, functions: [echo], rate: 10, neighbour: [none, burn, crash] }\n")), w => w.Code == "no-neighbour");

        Assert.Equal("'wasmtime-inproc' takes no second function that may fail beside the measured one: latency@burn, latency@crash are left out there.", warning.Message);
    }

    [Fact]
    public void What_disturbs_a_run_is_warned_of()
    {
        var intent = Intent();
        var codes = RunChecks.Run(intent with
        {
            Cores = new CpuSet(null, [0], Shared: true),
            NoMemoryLimit = "no right to",
            Machine = intent.Machine with { Siblings = true, Virtualisation = "virtual machine", Details = [new(MachineFacts.LoadAverage, "3.10 2.00 1.00 1/100 5")] },
        }).Select(w => w.Code).ToList();

        Assert.Superset(new HashSet<string> { "shared-core", "sibling-cores", "no-memory-limit", "virtual-machine", "busy-machine" }, codes.ToHashSet());
    }

    [Fact]
    public void All_reasons_are_told_at_once()
    {
        var intent = Intent("  - { kind: latency, functions: [echo], rate: 900000 }\n");

        var said = Refused(intent with { Suite = intent.Suite with { Blocks = 1 }, Options = intent.Options with { FewBlocks = false } });

        Assert.Equal(2, said.Split('\n').Length);
    }

    [Fact]
    public void A_setting_that_did_not_apply_is_named_and_one_that_a_target_does_not_have_is_not()
    {
        var found = new TargetConfiguration([new(CommonSettings.CpuSet, "0-7"), new(CommonSettings.Nice, "0")], []);

        var warning = Assert.Single(ConfigurationCheck.Differences("t", [new(CommonSettings.CpuSet, "1"), new(CommonSettings.Nice, "0"), new("engine", "x")], found));

        Assert.Equal(("configuration-differs", "'CPU set' was asked to be 1 and is 0-7.", "t"), (warning.Code, warning.Message, warning.Target));
    }

    private static IReadOnlyList<RunWarning> Run() => RunChecks.Run(Intent());

    private static string Refused(RunIntent intent) => Assert.Throws<RunRefusedException>(() => RunChecks.Run(intent)).Message;

    private static RunIntent Intent(string measures = "  - { kind: start, functions: [hello], states: [N4] }\n")
    {
        var suite = SmallSuite.Of("wasmtime-inproc", measures) with { Blocks = 10 };
        return new RunIntent
        {
            Suite = suite,
            Options = SmallSuite.Options("/nowhere", []),
            Targets = suite.Targets.ToDictionary(t => t.Name, TargetCatalogue.Create),
            WithoutNative = new Dictionary<Workload, string>(),
            Cores = new CpuSet(0, [1], Shared: false),
            Machine = new MachineRecord { GeneratorCeilingPerSecond = 100_000 },
            AvailableBytes = 8L << 30,
            NoMemoryLimit = null,
        };
    }
}
