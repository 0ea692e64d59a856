using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Configuration;

/// <summary>
/// Looks every two seconds whether the file changed, and reads it again when it did.
/// It polls, because change notices miss mounted volumes and files replaced through links.
/// </summary>
internal sealed class ConfigurationWatcher : IDisposable
{
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

    private readonly RuntimeConfiguration _configuration;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private (DateTime, long) _seen;

    public ConfigurationWatcher(RuntimeConfiguration configuration, TimeProvider time, ILogger logger)
    {
        _configuration = configuration;
        _logger = logger;
        _seen = Look();
        _timer = time.CreateTimer(_ => Check(), null, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        var now = Look();
        if (now == _seen) return;
        _seen = now;
        _configuration.Reload(_logger);
    }

    private (DateTime, long) Look()
    {
        var file = _configuration.File is { } path ? new FileInfo(path) : null;
        return file is { Exists: true } ? (file.LastWriteTimeUtc, file.Length) : default;
    }
}
