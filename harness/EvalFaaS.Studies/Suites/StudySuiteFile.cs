using System.Security.Cryptography;
using System.Text;
using EvalFaaS.Harness.Scenarios;

namespace EvalFaaS.Studies;

/// <summary>Reads the file of a study, in the form in which it is to be run.</summary>
public static class StudySuiteFile
{
    /// <summary>Reads it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="form"><c>quick</c>, <c>smoke</c>, or empty for the whole.</param>
    /// <exception cref="SuiteException">Something in it is wrong; each problem names its line.</exception>
    public static StudySuite Read(string path, string form = "")
    {
        var text = File.ReadAllText(path);
        var problems = new YamlProblems(path);
        var map = YamlDocumentReader.Read(text, problems, "a study", "questions");
        problems.ThrowIfAny();
        var suite = new StudySuite
        {
            Name = map!.RequiredText("name", Path.GetFileNameWithoutExtension(path)),
            Study = map.RequiredText("study", "policies"),
            Description = map.Text("description") ?? "",
            Questions = [.. map.Texts("questions").Select(q => q.Value)],
            Trace = map.Text("trace") ?? "",
            Form = form,
            Digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
        };
        if (map.Has("study") && StudyCatalogue.Find(suite.Study) is null)
            problems.Add(map.Find("study")!, $"there is no study '{suite.Study}'; there are {string.Join(", ", StudyCatalogue.All.Select(s => s.Name))}.");
        if (suite.Questions.IsEmpty) problems.Add(map.Node, "'questions' is missing: say what the study answers.");
        suite = Sized(suite, map);
        foreach (var name in new[] { "quick", "smoke" })
        {
            if (map.Find(name) is not { } node) continue;
            if (node is YamlDotNet.RepresentationModel.YamlMappingNode inner)
            {
                var smaller = new YamlMap(inner, problems);
                var sized = Sized(suite, smaller);
                smaller.RejectOthers();
                if (name == form) suite = sized;
            }
            else
            {
                problems.Add(node, $"'{name}' must be a mapping, for example {name}: {{replications: 1}}.");
            }
        }

        map.RejectOthers();
        problems.ThrowIfAny();
        return suite;
    }

    private static StudySuite Sized(StudySuite suite, YamlMap map) => suite with
    {
        Seed = map.Integer("seed", suite.Seed, 0, int.MaxValue),
        HeldOutFrom = map.Integer("held_out_from", suite.HeldOutFrom, 1, 1_000_000),
        Replications = map.Integer("replications", suite.Replications, 1, 10_000),
        Trees = map.Integer("trees", suite.Trees, 3, 10_000),
        Every = map.Integer("every", suite.Every, 1, 100),
        Scale = map.Number("scale", 0.0001, 100) ?? suite.Scale,
    };
}
