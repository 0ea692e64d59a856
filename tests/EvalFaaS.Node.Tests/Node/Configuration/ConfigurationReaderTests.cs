using EvalFaaS.Node.Configuration;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Tests;

public sealed class ConfigurationReaderTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Without_sources_all_settings_have_their_defaults()
    {
        var snapshot = ConfigurationReader.Read(new ConfigurationSources { Directory = _directory.Path });

        Assert.All(snapshot.Settings, s => Assert.Equal("default", s.Origin));
        Assert.Equal(["http://127.0.0.1:8080"], snapshot.Options.Urls);
    }

    [Fact]
    public void The_file_is_overridden_by_the_environment_and_the_environment_by_flags()
    {
        _directory.Write("evalfaas.yaml", "drainGrace: 1s\ndefaults:\n  memory: 1MiB\n  timeout: 1s\n");

        var snapshot = ConfigurationReader.Read(new ConfigurationSources
        {
            Directory = _directory.Path,
            Variables = new Dictionary<string, string> { ["EVALFAAS_DEFAULTS_MEMORY"] = "2MiB", ["EVALFAAS_DEFAULTS_TIMEOUT"] = "2s" },
            Flags = [new("defaults.timeout", "3s")],
        });

        Assert.Equal((TimeSpan.FromSeconds(1), 2L << 20, TimeSpan.FromSeconds(3)),
            (snapshot.Options.DrainGrace, snapshot.Options.Defaults.Limits.MemoryBytes, snapshot.Options.Defaults.Limits.Timeout));
    }

    [Fact]
    public void Each_value_names_the_place_it_comes_from()
    {
        var file = _directory.Write("evalfaas.yaml", "drainGrace: 1s\n");

        var snapshot = ConfigurationReader.Read(new ConfigurationSources { Directory = _directory.Path, Flags = [new("logLevel", "debug")] });

        Assert.Equal([$"{file}(1,13)", "--logLevel"], snapshot.Settings.Where(s => s.Origin != "default").Select(s => s.Origin).OrderDescending().Reverse().OrderBy(o => o.StartsWith("--")));
    }

    [Fact]
    public void Malformed_yaml_is_reported_with_line_and_column()
    {
        var file = _directory.Write("evalfaas.yaml", "drainGrace: 1s\ndefaults: [1\n");

        var problem = Assert.Single(Problems());

        Assert.StartsWith($"{file}(", problem.Where);
        Assert.Contains("malformed", problem.Message);
    }

    [Fact]
    public void An_unknown_key_is_reported_with_its_place_and_the_nearest_key()
    {
        var file = _directory.Write("evalfaas.yaml", "defaults:\n  memroy: 1MiB\n");

        var problem = Assert.Single(Problems());

        Assert.Equal(($"{file}(2,3)", "unknown key 'defaults.memroy'. Did you mean 'defaults.memory'?"), (problem.Where, problem.Message));
    }

    [Fact]
    public void All_problems_are_reported_at_once()
    {
        _directory.Write("evalfaas.yaml", "defaults:\n  memory: 12Q\n  timeout: 2h\nlogLevel: infomation\nurls: https://127.0.0.1:1\n");

        Assert.Equal(4, Problems().Count);
    }

    [Theory]
    [InlineData("defaults:\n  memory: 12Q\n", "defaults.memory: '12Q' is no size")]
    [InlineData("defaults:\n  timeout: 2h\n", "defaults.timeout: '2h' is out of range; 1ms to 1h is allowed.")]
    [InlineData("defaults:\n  timeout: 7\n", "defaults.timeout: '7' is no duration")]
    [InlineData("defaults:\n  concurrency: 0\n", "defaults.concurrency: '0' is out of range; 1 to 10000 is allowed.")]
    [InlineData("engine:\n  fuel: yes\n", "engine.fuel: 'yes' is neither true nor false.")]
    [InlineData("logLevel: infomation\n", "Did you mean 'information'?")]
    [InlineData("urls: https://127.0.0.1:1\n", "asks for TLS")]
    [InlineData("urls: http://example.org:80\n", "is no IP address")]
    [InlineData("token: short\n", "token: the value is too short")]
    [InlineData("data:\n", "data needs a value.")]
    [InlineData("- 1\n", "the file must hold keys and values.")]
    public void A_bad_value_is_reported_with_what_is_allowed(string yaml, string message)
    {
        _directory.Write("evalfaas.yaml", yaml);

        Assert.Contains(message, Assert.Single(Problems()).Message);
    }

    [Fact]
    public void A_file_that_is_named_must_be_there()
    {
        var e = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(new ConfigurationSources { File = "/nowhere/evalfaas.yaml" }));

        Assert.Contains("cannot be read", e.Message);
    }

    [Fact]
    public void An_unknown_flag_is_reported_with_the_nearest_key()
    {
        var e = Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(new ConfigurationSources { Directory = _directory.Path, Flags = [new("url", "x")] }));

        Assert.Equal("--url: unknown key 'url'. Did you mean 'urls'?", e.Message);
    }

    [Fact]
    public void A_misspelt_variable_is_suspicious_and_a_foreign_one_is_not()
    {
        var suspicious = ConfigurationReader.Suspicious(new ConfigurationSources
        {
            Variables = new Dictionary<string, string> { ["EVALFAAS_TOKN"] = "x", ["EVALFAAS_NODE"] = "x", ["HOME"] = "x" },
        });

        Assert.Equal(["EVALFAAS_TOKN"], suspicious.Select(s => s.Where));
    }

    [Fact]
    public void Secrets_are_neither_shown_nor_part_of_the_digest()
    {
        ConfigurationSnapshot With(string token) => ConfigurationReader.Read(new ConfigurationSources { Directory = _directory.Path, Flags = [new("token", token)] });

        var a = With("0123456789abcdef");

        Assert.Equal("***", a.Settings.Single(s => s.Key == "token").Value);
        Assert.Equal(a.Digest, With("fedcba9876543210").Digest);
    }

    [Fact]
    public void Every_default_can_be_written_in_the_file()
    {
        var defaults = ConfigurationReader.Read(new ConfigurationSources { Directory = _directory.Path });
        var flags = defaults.Settings.Where(s => s.Value.Length > 0).Select(s => KeyValuePair.Create(s.Key, s.Value)).ToList();

        var written = ConfigurationReader.Read(new ConfigurationSources { Directory = _directory.Path, Flags = flags });

        Assert.Equal(defaults.Digest, written.Digest);
        Assert.Equal(LogLevel.Information, written.Options.LogLevel);
    }

    private IReadOnlyList<ConfigurationProblem> Problems() =>
        Assert.Throws<ConfigurationException>(() => ConfigurationReader.Read(new ConfigurationSources { Directory = _directory.Path })).Problems;
}
