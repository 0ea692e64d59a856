using System.Text;
using EvalFaaS.Harness.Functions;

namespace EvalFaaS.Harness.Tests.Functions;

/// <summary>Compares an answer with a case.</summary>
internal static class CaseAssert
{
    private const int ShownBytes = 4096;

    public static void Matches(CaseResponse expected, Answer actual)
    {
        var body = expected.Body.ToBytes();
        // As text where a person can read it, so that a failure shows what differs.
        if (body.Length <= ShownBytes && actual.Body.Length <= ShownBytes) Assert.Equal(Encoding.Latin1.GetString(body), Encoding.Latin1.GetString(actual.Body));
        else Assert.True(body.AsSpan().SequenceEqual(actual.Body), $"The body ({actual.Body.Length} bytes) is not the one expected ({body.Length} bytes).");
        Assert.Equal(expected.Status, actual.Status);
        foreach (var (name, value) in expected.Headers)
        {
            Assert.True(actual.Headers.TryGetValue(name, out var found), $"The answer has no {name}.");
            Assert.Equal(value, found);
        }
    }
}
