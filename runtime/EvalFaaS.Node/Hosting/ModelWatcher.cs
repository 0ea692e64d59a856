using EvalFaaS.Node.Configuration;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Hosting;

/// <summary>
/// Looks once a minute whether the forecast's model file, or which file it is, has changed, and has the forecast go on with it. One that cannot be used changes
/// nothing.
/// </summary>
internal sealed class ModelWatcher : IDisposable
{
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    private readonly RuntimeConfiguration _configuration;
    private readonly INodeForecast _forecast;
    private readonly ILogger _logger;
    private readonly ITimer _timer;
    private readonly Lock _lock = new();
    private (string?, DateTime, long) _seen;

    public ModelWatcher(RuntimeConfiguration configuration, INodeForecast forecast, TimeProvider time, ILogger logger)
    {
        (_configuration, _forecast, _logger) = (configuration, forecast, logger);
        _seen = Look();
        _timer = time.CreateTimer(_ => Check(), null, Period, Period);
    }

    public void Dispose() => _timer.Dispose();

    private void Check()
    {
        lock (_lock)
        {
            var now = Look();
            if (now == _seen) return;
            _seen = now;
            if (now.Item1 is not { } model) return;
            try
            {
                _forecast.Refresh(model);
                _logger.LogInformation("The forecast goes by {Model} from the next minute on.", model);
            }
            catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
            {
                _logger.LogError("The forecast goes on with the model that it has. {Problem}", e.Message);
            }
        }
    }

    private (string?, DateTime, long) Look()
    {
        var model = _configuration.Options.Model;
        var file = model is null ? null : new FileInfo(model);
        return file is { Exists: true } ? (model, file.LastWriteTimeUtc, file.Length) : (model, default, -1);
    }
}
