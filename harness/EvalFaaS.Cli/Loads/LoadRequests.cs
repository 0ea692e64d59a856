using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Cli.Loads;

/// <summary>Makes the request of a load from what the command line says, and finds out what the right answer is.</summary>
internal static class LoadRequests
{
    private const string DigestPrefix = "sha256:";

    public static async Task<LoadRequest> BuildAsync(
        LoadUrl url, string? method, IReadOnlyList<string> headers, string? data, PayloadLaw? payload, string? expect, CancellationToken cancellation)
    {
        if (data is not null && payload is not null) throw new UsageException("--data and --payload exclude each other: each says what the body is.");
        var body = data is null ? [] : data.StartsWith('@') ? await File.ReadAllBytesAsync(data[1..], cancellation) : Encoding.UTF8.GetBytes(data);
        method ??= data is null && payload is null ? "GET" : "POST";
        if (method.Length == 0 || !method.All(char.IsAsciiLetter)) throw new UsageException($"--method takes a method such as GET or PUT, and '{method}' is none.");
        var pairs = headers.Select(Header).ToList();
        if (!pairs.Any(h => h.Key.Equals("Host", StringComparison.OrdinalIgnoreCase))) pairs.Insert(0, KeyValuePair.Create("Host", url.Host));
        var request = payload is null
            ? new LoadRequest { Address = url.Address, Bytes = HttpRequestBytes.Build(method, url.Target, pairs, body) }
            : new LoadRequest { Address = url.Address, Bytes = HttpRequestBytes.BuildHead(method, url.Target, pairs), Payload = new Payload(payload, echoed: false) };
        return expect is null ? request : await ExpectAsync(request, expect, url, method, pairs, body, cancellation);
    }

    private static async Task<LoadRequest> ExpectAsync(
        LoadRequest request, string expect, LoadUrl url, string method, IEnumerable<KeyValuePair<string, string>> headers, byte[] body, CancellationToken cancellation)
    {
        if (int.TryParse(expect, NumberStyles.None, CultureInfo.InvariantCulture, out var status) && status is >= 100 and <= 999) return request with { ExpectedStatus = status };
        if (expect != "same" && !(expect.StartsWith(DigestPrefix, StringComparison.Ordinal) && expect.Length == DigestPrefix.Length + 64))
            throw new UsageException($"--expect takes a status, {DigestPrefix} with 64 hexadecimal digits, or same, and '{expect}' is none.");
        if (request.Payload is not null) throw new UsageException("--expect with a body needs answers that are all the same: leave --payload out, or expect a status.");
        var answer = await FirstAnswerAsync(url, method, headers, body, cancellation);
        var digest = DigestPrefix + Convert.ToHexStringLower(SHA256.HashData(answer));
        return expect == "same" || digest.Equals(expect, StringComparison.OrdinalIgnoreCase)
            ? request with { ExpectedBody = answer }
            : throw new IOException($"the first answer is not the expected one: its body has the digest {digest}.");
    }

    private static async Task<byte[]> FirstAnswerAsync(LoadUrl url, string method, IEnumerable<KeyValuePair<string, string>> headers, byte[] body, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false });
        using var request = new HttpRequestMessage(new HttpMethod(method), url.Url);
        if (body.Length > 0) request.Content = new ByteArrayContent(body);
        foreach (var (name, value) in headers)
            if (!request.Headers.TryAddWithoutValidation(name, value)) request.Content?.Headers.TryAddWithoutValidation(name, value);
        try
        {
            using var answer = await client.SendAsync(request, cancellation);
            return await answer.Content.ReadAsByteArrayAsync(cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new IOException($"no first answer from {url.Url}: {e.Message}");
        }
    }

    private static KeyValuePair<string, string> Header(string text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0 || text.AsSpan().IndexOfAny('\r', '\n') >= 0) throw new UsageException($"--header takes NAME: VALUE, and '{text}' has no colon or more than one line.");
        if (text[..colon].Equals("Content-Length", StringComparison.OrdinalIgnoreCase)) throw new UsageException("Content-Length follows from the body: leave the header out.");
        return KeyValuePair.Create(text[..colon], text[(colon + 1)..].Trim());
    }
}
