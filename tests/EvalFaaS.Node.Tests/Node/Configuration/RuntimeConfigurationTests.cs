using EvalFaaS.Node.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Node.Tests;

public sealed class RuntimeConfigurationTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_live_setting_changes_at_once()
    {
        var configuration = Start("drainGrace: 1s\n");
        _directory.Write("evalfaas.yaml", "drainGrace: 2s\n");

        configuration.Reload(NullLogger.Instance);

        Assert.Equal(TimeSpan.FromSeconds(2), configuration.Options.DrainGrace);
        Assert.Empty(configuration.PendingRestart);
    }

    [Fact]
    public void A_setting_that_needs_a_restart_keeps_its_value_and_is_told_as_pending()
    {
        var configuration = Start("engine: { instances: 100 }\n");
        _directory.Write("evalfaas.yaml", "engine: { instances: 200 }\n");

        configuration.Reload(NullLogger.Instance);

        Assert.Equal(100, configuration.Options.Runtime.Engine.MaximumInstances);
        Assert.Equal([("engine.instances", "200")], configuration.PendingRestart.Select(p => (p.Key, p.Value)));
    }

    [Fact]
    public void What_was_pending_is_not_any_more_when_the_file_is_put_back()
    {
        var configuration = Start("engine: { instances: 100 }\n");
        _directory.Write("evalfaas.yaml", "engine: { instances: 200 }\n");
        configuration.Reload(NullLogger.Instance);
        _directory.Write("evalfaas.yaml", "engine: { instances: 100 }\n");

        configuration.Reload(NullLogger.Instance);

        Assert.Empty(configuration.PendingRestart);
    }

    [Fact]
    public void A_file_that_has_become_invalid_changes_nothing()
    {
        var configuration = Start("drainGrace: 1s\n");
        _directory.Write("evalfaas.yaml", "drainGrace: 2s\nnonsense: 1\n");

        Assert.False(configuration.Reload(NullLogger.Instance));
        Assert.Equal(TimeSpan.FromSeconds(1), configuration.Options.DrainGrace);
    }

    [Fact]
    public void The_watcher_notices_a_changed_file()
    {
        var configuration = Start("drainGrace: 1s\n");
        var time = new FakeTimeProvider();
        using var watcher = new ConfigurationWatcher(configuration, time, NullLogger.Instance);
        _directory.Write("evalfaas.yaml", "drainGrace: 20s\n");

        time.Advance(ConfigurationWatcher.Period);

        Assert.Equal(TimeSpan.FromSeconds(20), configuration.Options.DrainGrace);
    }

    private RuntimeConfiguration Start(string yaml)
    {
        _directory.Write("evalfaas.yaml", yaml);
        return new RuntimeConfiguration(new ConfigurationSources { Directory = _directory.Path });
    }
}
