using System.Globalization;
using System.Text;

namespace EvalFaaS.Node.Metrics;

/// <summary>
/// Writes the text format of Prometheus, version 0.0.4. Our own, because the histograms are recorded by the runtime in plain counters without garbage
/// (about a dozen phases a request, a few nanoseconds each), and neither the OpenTelemetry exporter nor prometheus-net takes finished buckets.
/// </summary>
internal sealed class PrometheusText
{
    /// <summary>The media type.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private readonly StringBuilder _text = new();

    /// <summary>Begins a family of series.</summary>
    public PrometheusText Family(string name, string type, string help)
    {
        _text.Append("# HELP ").Append(name).Append(' ').Append(help).Append('\n');
        _text.Append("# TYPE ").Append(name).Append(' ').Append(type).Append('\n');
        return this;
    }

    /// <summary>Writes one sample; labels are name and value in turn.</summary>
    public PrometheusText Sample(string name, double value, params ReadOnlySpan<string> labels)
    {
        _text.Append(name);
        for (var i = 0; i < labels.Length; i += 2)
        {
            _text.Append(i == 0 ? '{' : ',').Append(labels[i]).Append("=\"");
            Escape(labels[i + 1]);
            _text.Append('"');
        }

        if (labels.Length > 0) _text.Append('}');
        _text.Append(' ').Append(Number(value)).Append('\n');
        return this;
    }

    /// <summary>Writes a number as Prometheus reads it.</summary>
    public static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();

    private void Escape(string value)
    {
        foreach (var c in value)
            _ = c switch { '\\' => _text.Append(@"\\"), '"' => _text.Append("\\\""), '\n' => _text.Append("\\n"), _ => _text.Append(c) };
    }
}
