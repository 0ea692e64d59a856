using EvalFaaS.Harness.Scenarios;
using EvalFaaS.Studies;

namespace EvalFaaS.Simulator.Tests.Studies;

public sealed class StudySuiteFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<string> Suites { get; } = [.. Directory.EnumerateFiles(Checkout.PathTo("scenarios", "suites", "studies"), "*.yaml").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory, MemberData(nameof(Suites))]
    public void Each_study_can_be_read_in_all_forms(string name)
    {
        foreach (var form in new[] { "", "quick", "smoke" })
        {
            var suite = StudySuiteFile.Read(Checkout.PathTo("scenarios", "suites", "studies", name + ".yaml"), form);
            Assert.Equal((name, form), (suite.Name, suite.Form));
        }
    }

    [Fact]
    public void A_form_takes_the_place_of_what_it_names_and_leaves_the_rest()
    {
        Write("name: a\nstudy: policies\nquestions: [why?]\nreplications: 8\nseed: 3\nsmoke: {replications: 1}\n");

        Assert.Equal((8, 3), (StudySuiteFile.Read(_path).Replications, StudySuiteFile.Read(_path).Seed));
        Assert.Equal((1, 3), (StudySuiteFile.Read(_path, "smoke").Replications, StudySuiteFile.Read(_path, "smoke").Seed));
    }

    [Theory]
    [InlineData("name: a\nstudy: polices\nquestions: [why?]\n", "2:8: there is no study 'polices'; there are policies, predictor, simulator-validation.")]
    [InlineData("name: a\nstudy: policies\n", "'questions' is missing")]
    [InlineData("name: a\nstudy: policies\nquestions: [why?]\nreplication: 3\n", "4:1: unknown key 'replication'. Did you mean 'replications'?")]
    [InlineData("name: a\nstudy: policies\nquestions: [why?]\nreplications: 0\n", "4:15: 'replications' must be a whole number from 1 to 10000.")]
    [InlineData("name: a\nstudy: policies\nquestions: [why?]\nquick: fast\n", "4:8: 'quick' must be a mapping")]
    public void What_is_wrong_is_named_with_its_line(string text, string message)
    {
        Write(text);

        Assert.Contains(message, Assert.Throws<SuiteException>(() => StudySuiteFile.Read(_path)).Message);
    }

    public void Dispose() => File.Delete(_path);

    private void Write(string text) => File.WriteAllText(_path, text);
}
