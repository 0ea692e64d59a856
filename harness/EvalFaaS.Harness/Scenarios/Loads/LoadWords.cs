using EvalFaaS.Harness.Load;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Single values of a load in the words of suites, for command lines: <c>ramp: {from: 0.1, to: 1}</c>.</summary>
public static class LoadWords
{
    /// <summary>A shape.</summary>
    /// <param name="where">What messages call the text.</param>
    /// <param name="text">The text.</param>
    /// <param name="folder">Where files that it names lie.</param>
    /// <exception cref="SuiteException">Something is wrong in it.</exception>
    public static LoadShape Shape(string where, string text, string folder) => Read<LoadShape>(where, text, problems => new ShapeReader(problems, folder).Read);

    /// <summary>A think time.</summary>
    /// <exception cref="SuiteException">Something is wrong in it.</exception>
    public static ThinkTime Think(string where, string text) => Read<ThinkTime>(where, text, problems => new ThinkReader(problems).Read);

    /// <summary>A law of sizes.</summary>
    /// <exception cref="SuiteException">Something is wrong in it.</exception>
    public static PayloadLaw Payload(string where, string text) => Read<PayloadLaw>(where, text, problems => new PayloadReader(problems).Read);

    private static T Read<T>(string where, string text, Func<YamlProblems, Func<YamlNode?, T?>> reader) where T : class
    {
        var problems = new YamlProblems(where);
        // As the value of a key, so that a single word and a mapping are read by the same reader as a file's.
        var value = YamlDocumentReader.Read($"value: {(text.Contains(": ") && !text.TrimStart().StartsWith('{') ? $"{{{text}}}" : text)}", problems) is { } map ? reader(problems)(map.Find("value")) : null;
        problems.ThrowIfAny();
        return value!;
    }
}
