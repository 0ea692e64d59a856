using System.Text.Json;

namespace EvalFaaS.Harness.NodeApi;

/// <summary>A node did not do what it was asked; the message is its own (problem details, RFC 9457).</summary>
public sealed class NodeException(string message, Exception? inner = null) : Exception(message, inner)
{
    internal static async Task<NodeException> FromAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var text = await answer.Content.ReadAsStringAsync(cancellation);
        try
        {
            using var problem = JsonDocument.Parse(text);
            var root = problem.RootElement;
            var title = root.TryGetProperty("title", out var t) ? t.GetString() : null;
            var detail = root.TryGetProperty("detail", out var d) ? d.GetString() : null;
            return new NodeException(detail ?? title ?? $"The node answered {(int)answer.StatusCode}.");
        }
        catch (JsonException)
        {
            return new NodeException($"The node answered {(int)answer.StatusCode} {answer.ReasonPhrase}{(text.Length is > 0 and < 500 ? ": " + text : "")}");
        }
    }
}
