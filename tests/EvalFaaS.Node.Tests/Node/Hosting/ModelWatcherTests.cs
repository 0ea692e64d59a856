using EvalFaaS.Node.Configuration;
using EvalFaaS.Node.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace EvalFaaS.Node.Tests;

public sealed class ModelWatcherTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FakeTimeProvider _time = new();
    private readonly ListLoggerProvider _log = new();
    private readonly ListedForecast _forecast = new();

    public void Dispose()
    {
        _log.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public void A_model_file_that_changes_is_taken_within_a_minute_and_only_once()
    {
        var model = _directory.Write("model.zip", "one");
        using var watcher = Watch(model);
        _time.Advance(ModelWatcher.Period);
        Assert.Empty(_forecast.Models);

        _directory.Write("model.zip", "another one");
        _time.Advance(ModelWatcher.Period);
        _time.Advance(ModelWatcher.Period);

        Assert.Equal([model], _forecast.Models);
    }

    [Fact]
    public void A_model_that_cannot_be_used_is_told_and_the_next_is_tried()
    {
        var model = _directory.Write("model.zip", "one");
        using var watcher = Watch(model);
        _forecast.Problem = $"{model}: the model file has version 7, and this program reads version 1.";
        _directory.Write("model.zip", "of another version");
        _time.Advance(ModelWatcher.Period);
        Assert.Contains(_log.Lines, line => line.Contains("The forecast goes on with the model that it has.") && line.Contains("version 7"));

        _forecast.Problem = null;
        _directory.Write("model.zip", "of this version, at last");
        _time.Advance(ModelWatcher.Period);

        Assert.Equal([model], _forecast.Models);
    }

    private ModelWatcher Watch(string model) => new(new RuntimeConfiguration(new NodeOptions { Model = model }), _forecast, _time, _log.CreateLogger("watcher"));

    private sealed class ListedForecast : INodeForecast
    {
        public List<string> Models { get; } = [];

        public string? Problem { get; set; }

        public double Reach => 60;

        public void Refresh(string model)
        {
            if (Problem is not null) throw new IOException(Problem);
            Models.Add(model);
        }

        public void EndMinute(double now, ReadOnlySpan<int> calls)
        {
        }

        public double MeanRate(int function, double now, double ahead) => 0;

        public double RateQuantile(int function, double now, double ahead, double level) => 0;
    }
}
