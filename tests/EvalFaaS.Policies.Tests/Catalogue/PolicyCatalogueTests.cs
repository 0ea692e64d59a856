using System.Text.RegularExpressions;

namespace EvalFaaS.Policies.Tests.Catalogue;

public sealed partial class PolicyCatalogueTests
{
    public static TheoryData<string> Names => [.. PolicyCatalogue.All.Select(e => e.Name)];

    [Fact]
    public void Every_policy_has_a_name_of_its_own() => Assert.Equal(PolicyCatalogue.All.Count, PolicyCatalogue.All.Select(e => e.Name).Distinct().Count());

    [Theory]
    [MemberData(nameof(Names))]
    public void It_can_be_made_with_its_defaults_under_its_own_name(string name)
    {
        var entry = PolicyCatalogue.Find(name);
        var made = PolicySpec.Parse(name, entry.Kind).Make<object>(Policies.Surroundings);

        Assert.Equal(name, made.GetType().GetProperty("Name")!.GetValue(made));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void It_and_each_of_its_options_have_a_summary_a_source_and_a_default_within_the_range(string name)
    {
        var entry = PolicyCatalogue.Find(name);
        Assert.Matches(Kebab(), name);
        Assert.NotEmpty(entry.Summary);
        Assert.NotEmpty(entry.Source);
        Assert.All(entry.Options, option =>
        {
            Assert.Matches(Kebab(), option.Name);
            Assert.NotEmpty(option.Summary);
            Assert.NotEmpty(option.Source);
            Assert.Null(option.WhyNot(option.Default));
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_option_s_default_as_written_is_read_as_itself(string name) => Assert.All(PolicyCatalogue.Find(name).Options.Where(o => o.Default is not string), option =>
        Assert.Equal(option.Default, Quantity.Read(option.DefaultText.Replace(" ", "", StringComparison.Ordinal), option.Property.PropertyType, option.Unit)));

    [Fact]
    public void All_that_implement_a_policy_are_in_it()
    {
        Type[] kinds = [typeof(IKeepAlivePolicy), typeof(IWarmUpPolicy), typeof(IScalingPolicy), typeof(IPlacementPolicy), typeof(ILoadBalancer), typeof(IAdmissionPolicy)];
        var classes = typeof(PolicyCatalogue).Assembly.GetTypes().Where(t => t.IsClass && kinds.Any(k => k.IsAssignableFrom(t)));

        Assert.Equal(PolicyCatalogue.All.Count, classes.Count());
    }

    [GeneratedRegex("^[a-z]+(-[a-z]+)*$")]
    private static partial Regex Kebab();
}
