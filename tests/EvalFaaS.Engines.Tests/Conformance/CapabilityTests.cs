namespace EvalFaaS.Engines.Tests;

public sealed class CapabilityTests(EngineLab lab)
{
    private static readonly string[] Common =
    [
        EngineSettingNames.Interruption, EngineSettingNames.BoundsChecks, EngineSettingNames.Spectre, EngineSettingNames.Optimisation,
        EngineSettingNames.CpuFeatures, EngineSettingNames.StackCheck, EngineSettingNames.NaN, EngineSettingNames.Simd,
    ];

    public static TheoryData<string> Engines => EngineLab.Names;

    [Theory, MemberData(nameof(Engines))]
    public void The_table_of_settings_has_every_common_row_with_a_source(string engine)
    {
        var settings = lab.Engine(engine).Description.Settings;
        Assert.Empty(Common.Except(settings.Select(s => s.Name)));
        Assert.All(settings, s => Assert.Contains(s.Source, (string[])["set", "read", "default"]));
    }

    [Theory, MemberData(nameof(Engines))]
    public void The_standard_proposals_are_on(string engine) =>
        Assert.Equal(WasmFeatures.Standard, lab.Engine(engine).Description.Capabilities.Features & WasmFeatures.Standard);

    [Theory, MemberData(nameof(Engines))]
    public void The_description_names_engine_and_version(string engine)
    {
        Assert.Equal(engine, lab.Engine(engine).Description.Name);
        Assert.Matches(@"^\d+\.\d+\.\d+", lab.Engine(engine).Description.Version);
        Assert.Matches("^[A-Za-z0-9._-]+$", lab.Engine(engine).Description.CodeFingerprint);
    }
}
