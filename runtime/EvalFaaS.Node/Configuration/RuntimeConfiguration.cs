using System.Collections.Immutable;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Configuration;

/// <summary>
/// The configuration of a running node: what is in force, and what the file asks for that takes effect only after a restart.
/// A file that has become invalid changes nothing.
/// </summary>
public sealed class RuntimeConfiguration
{
    private readonly ConfigurationSources? _sources;
    private readonly Lock _lock = new();
    private volatile State _state;

    /// <summary>Reads the sources; they can be read again later.</summary>
    /// <exception cref="ConfigurationException">Something is wrong with them.</exception>
    public RuntimeConfiguration(ConfigurationSources sources)
    {
        _sources = sources;
        _state = new(ConfigurationReader.Read(sources), []);
    }

    /// <summary>A configuration that never changes.</summary>
    public RuntimeConfiguration(NodeOptions options) => _state = new(ConfigurationSnapshot.Of(options), []);

    /// <summary>What is in force.</summary>
    public ConfigurationSnapshot Current => _state.InForce;

    /// <summary>What is in force.</summary>
    public NodeOptions Options => _state.InForce.Options;

    /// <summary>Settings that were changed but take effect only after a restart.</summary>
    public ImmutableArray<SettingState> PendingRestart => _state.Pending;

    /// <summary>The file that is watched, or null.</summary>
    internal string? File => _sources?.FileToRead;

    /// <summary>Variables that look like a misspelt setting.</summary>
    internal IEnumerable<ConfigurationProblem> Suspicious => _sources is null ? [] : ConfigurationReader.Suspicious(_sources);

    /// <summary>Reads the sources again. Live settings change at once; the others are told as pending; on a problem nothing changes.</summary>
    /// <returns>Whether the sources were valid.</returns>
    public bool Reload(ILogger logger)
    {
        if (_sources is null) return true;
        lock (_lock)
        {
            try
            {
                Apply_NeedsLock(ConfigurationReader.Read(_sources), logger);
                return true;
            }
            catch (ConfigurationException e)
            {
                foreach (var problem in e.Problems)
                    logger.LogError("The changed configuration is not used. {Problem}", problem);
                return false;
            }
        }
    }

    private void Apply_NeedsLock(ConfigurationSnapshot read, ILogger logger)
    {
        var inForce = _state.InForce;
        var options = inForce.Options;
        var origins = inForce.Origins;
        var pending = ImmutableArray.CreateBuilder<SettingState>();
        for (var i = 0; i < NodeSettings.All.Length; i++)
        {
            var setting = NodeSettings.All[i];
            if (setting.Read(read.Options) == setting.Read(options)) continue;
            var asked = read.Settings[i];
            if (setting.Live)
            {
                logger.LogInformation("{Setting} is now {Value} (was {Old}), from {Origin}.", asked.Key, asked.Value, inForce.Settings[i].Value, asked.Origin);
                options = setting.Copy(read.Options, options);
                origins = origins.SetItem(setting.Key, asked.Origin);
            }
            else
            {
                pending.Add(asked);
                if (!_state.Pending.Contains(asked))
                    logger.LogWarning("{Setting} is {Value} in {Origin}, which takes effect after a restart; {Old} is in force.", asked.Key, asked.Value, asked.Origin, inForce.Settings[i].Value);
            }
        }

        _state = new(ReferenceEquals(options, inForce.Options) ? inForce : new ConfigurationSnapshot(options, origins), pending.ToImmutable());
    }

    private sealed record State(ConfigurationSnapshot InForce, ImmutableArray<SettingState> Pending);
}
