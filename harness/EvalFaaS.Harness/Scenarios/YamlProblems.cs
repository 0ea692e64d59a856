using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace EvalFaaS.Harness.Scenarios;

/// <summary>Collects what is wrong in one file.</summary>
internal sealed class YamlProblems(string file)
{
    private readonly List<SuiteProblem> _found = [];

    public void Add(YamlNode where, string message) => Add(where.Start, message);

    public void Add(Mark where, string message) => _found.Add(new SuiteProblem(file, Math.Max(1, where.Line), Math.Max(1, where.Column), message));

    public void ThrowIfAny()
    {
        if (_found.Count > 0) throw new SuiteException([.. _found.OrderBy(p => p.Line).ThenBy(p => p.Column)]);
    }
}
