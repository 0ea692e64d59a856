using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Reads one YAML document whose top is a mapping, with bounds on what a hostile or broken file can cost.</summary>
internal static class YamlDocumentReader
{
    private const int MaximumDepth = 16;
    private const int MaximumLength = 1 << 20;

    /// <param name="text">The file's text.</param>
    /// <param name="problems">What is wrong is noted here.</param>
    /// <param name="what">What the file is, for messages.</param>
    /// <param name="last">A key that such a file ends with, for messages.</param>
    public static YamlMap? Read(string text, YamlProblems problems, string what = "a suite", string last = "measures")
    {
        if (text.Length > MaximumLength)
        {
            problems.Add(Mark.Empty, $"the file is larger than 1 MB; {what} is a page or two.");
            return null;
        }
        try
        {
            CheckDepth(text);
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return new YamlMap(root, problems);
            problems.Add(Mark.Empty, $"{what} is one YAML document of the form 'name: ...', 'targets: ...', '{last}: ...'.");
        }
        catch (YamlException error)
        {
            problems.Add(error.Start, $"not valid YAML: {error.InnerException?.Message ?? error.Message}");
        }
        return null;
    }

    // The loader descends by recursion, so the depth is counted beforehand by the parser, which does not.
    private static void CheckDepth(string text)
    {
        var scanner = new Scanner(new StringReader(text));
        var parser = new Parser(scanner);
        var depth = 0;
        while (MoveNext(parser, scanner))
        {
            if (parser.Current is MappingStart or SequenceStart) depth++;
            if (parser.Current is MappingEnd or SequenceEnd) depth--;
            if (depth > MaximumDepth) throw new YamlException(parser.Current!.Start, parser.Current.End, $"nested more than {MaximumDepth} deep.");
        }
    }

    // On some broken texts the scanner fails with exceptions that say nothing of the place.
    private static bool MoveNext(Parser parser, Scanner scanner)
    {
        try
        {
            return parser.MoveNext();
        }
        catch (Exception error) when (error is InvalidOperationException or ArgumentException)
        {
            throw new YamlException(scanner.CurrentPosition, scanner.CurrentPosition, "the text breaks off or mixes lines of a list and of a mapping here.");
        }
    }
}
