using System.Globalization;
using System.Text;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>An answer as status, headers and body.</summary>
internal sealed record Answer(int Status, IReadOnlyDictionary<string, string> Headers, byte[] Body);

/// <summary>Reads what a CGI program wrote.</summary>
internal static class CgiAnswer
{
    public static Answer Parse(byte[] output)
    {
        var end = output.AsSpan().IndexOf("\r\n\r\n"u8);
        Assert.True(end >= 0, "A CGI answer has a head.");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Encoding.UTF8.GetString(output, 0, end).Split("\r\n"))
        {
            var (name, value) = line.IndexOf(": ", StringComparison.Ordinal) is var colon and > 0 ? (line[..colon], line[(colon + 2)..]) : (line, "");
            headers.Add(name, value);
        }

        var status = headers.TryGetValue("Status", out var text) ? int.Parse(text, CultureInfo.InvariantCulture) : 200;
        return new Answer(status, headers, output[(end + 4)..]);
    }
}
