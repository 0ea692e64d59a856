using System.Globalization;
using System.Text;
using System.Xml.Linq;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Exports;

/// <summary>One request as JMeter's sampler, with the elements under it.</summary>
internal static class JMeterSampler
{
    private const int LargestLiteral = 64 << 10;

    public static IEnumerable<XElement> Of(ExportedRequest request, bool keepAlive)
    {
        var inline = request.Payload is null && IsPlain(request.Body);
        var hasBody = request.Payload is not null || request.Body.Length > 0;
        yield return new XElement("HTTPSamplerProxy",
            JMeterXml.Head("HttpTestSampleGui", "HTTPSamplerProxy", request.Name),
            JMeterXml.Truth("HTTPSampler.postBodyRaw", hasBody),
            JMeterXml.Arguments("HTTPsampler.Arguments", !hasBody ? [] : [Argument(inline ? Escaped(Encoding.ASCII.GetString(request.Body)) : "${body}")]),
            JMeterXml.Text("HTTPSampler.domain", request.Url.Host),
            JMeterXml.Text("HTTPSampler.port", request.Url.Port.ToString(CultureInfo.InvariantCulture)),
            JMeterXml.Text("HTTPSampler.protocol", request.Url.Scheme),
            JMeterXml.Text("HTTPSampler.contentEncoding", "ISO-8859-1"),
            JMeterXml.Text("HTTPSampler.path", request.Url.PathAndQuery),
            JMeterXml.Text("HTTPSampler.method", request.Request.Method),
            JMeterXml.Truth("HTTPSampler.follow_redirects", false),
            JMeterXml.Truth("HTTPSampler.use_keepalive", keepAlive),
            JMeterXml.Text("HTTPSampler.connect_timeout", "10000"),
            JMeterXml.Text("HTTPSampler.response_timeout", "10000"));
        yield return new XElement("hashTree", [.. Headers(request), .. inline || !hasBody ? [] : Body(request), .. Assertions(request)]);
    }

    private static XElement Argument(string body) => new("elementProp", new XAttribute("name", ""), new XAttribute("elementType", "HTTPArgument"),
        JMeterXml.Truth("HTTPArgument.always_encode", false), JMeterXml.Text("Argument.value", body), JMeterXml.Text("Argument.metadata", "="));

    private static IEnumerable<XElement> Headers(ExportedRequest request)
    {
        if (request.Request.Headers.Count == 0) yield break;
        yield return new XElement("HeaderManager", JMeterXml.Head("HeaderPanel", "HeaderManager", "headers"),
            new XElement("collectionProp", new XAttribute("name", "HeaderManager.headers"), request.Request.Headers.Select(h =>
                new XElement("elementProp", new XAttribute("name", ""), new XAttribute("elementType", "Header"), JMeterXml.Text("Header.name", h.Key), JMeterXml.Text("Header.value", Escaped(h.Value))))));
        yield return new XElement("hashTree");
    }

    private static IEnumerable<XElement> Body(ExportedRequest request) =>
    [
        JMeterXml.Script("JSR223PreProcessor", "body", request.Payload is { } law
            ? $"def random = new Random()\nvars.put('body', 'x' * ({Size(law)}))"
            : $"vars.put('body', new String('{Convert.ToBase64String(request.Body)}'.decodeBase64(), 'ISO-8859-1'))"),
        new XElement("hashTree"),
    ];

    private static string Size(PayloadLaw law) => law switch
    {
        FixedPayload size => $"{size.Size}",
        UniformPayload uniform => $"{uniform.Smallest} + (int) (random.nextDouble() * {uniform.Most - (long)uniform.Smallest + 1})",
        LogNormalPayload normal => FormattableString.Invariant($"(int) Math.min({normal.Most}d, {normal.Median} * Math.exp({normal.Sigma} * random.nextGaussian()))"),
        ListedPayload list => $"[{string.Join(", ", list.Sizes)}][random.nextInt({list.Sizes.Length})]",
        _ => throw new ArgumentException($"JMeter is not told of the law {law}."),
    };

    private static IEnumerable<XElement> Assertions(ExportedRequest request)
    {
        foreach (var element in Assertion("right status", "Assertion.response_code", request.Status.ToString(CultureInfo.InvariantCulture))) yield return element;
        if (request.Expected is not { Length: > 0 } body || !IsPlain(body)) yield break;
        foreach (var element in Assertion("right body", "Assertion.response_data", Escaped(Encoding.ASCII.GetString(body)))) yield return element;
    }

    private static IEnumerable<XElement> Assertion(string name, string field, string value)
    {
        const int Equal = 8;
        yield return new XElement("ResponseAssertion", JMeterXml.Head("AssertionGui", "ResponseAssertion", name),
            new XElement("collectionProp", new XAttribute("name", "Asserion.test_strings"), JMeterXml.Text("0", value)),
            JMeterXml.Text("Assertion.test_field", field),
            JMeterXml.Truth("Assertion.assume_success", field == "Assertion.response_code"),
            JMeterXml.Whole("Assertion.test_type", Equal));
        yield return new XElement("hashTree");
    }

    // What XML keeps as it is: line ends would be changed.
    private static bool IsPlain(byte[] body) => body.Length <= LargestLiteral && body.All(b => b is (>= 0x20 and <= 0x7e) or (byte)'\n');

    // ${...} would be taken for a variable.
    private static string Escaped(string text) => text.Replace("${", "\\${", StringComparison.Ordinal);
}
