namespace EvalFaaS.Policies.Tests.Catalogue;

public sealed class PolicySpecTests
{
    [Theory]
    [InlineData("fixed:window=90", 90)]
    [InlineData("fixed:window=90s", 90)]
    [InlineData("fixed: window = 1.5m", 90)]
    [InlineData("fixed:window=250ms", 0.25)]
    [InlineData("fixed:window=2h", 7200)]
    public void A_time_may_have_a_unit(string spec, double seconds) => Assert.Equal(seconds, Policies.KeepAlive(spec).Idle(new IdleEvent(0, 0)).UnloadAfter);

    [Fact]
    public void Memory_may_be_given_in_GiB_or_be_unbounded() =>
        Assert.Equal((2048, double.PositiveInfinity), (Policies.KeepAlive("lru:memory=2GiB").MemoryBoundMiB, Policies.KeepAlive("lru:memory=unbounded").MemoryBoundMiB));

    [Theory]
    [InlineData("fixd", "There is no keep-alive policy 'fixd'. Did you mean 'fixed'? There are none, fixed,")]
    [InlineData("spread", "'spread' is a placement policy, and a keep-alive policy is wanted: none, fixed,")]
    [InlineData("none:window=3", "The policy 'none' has no options, and 'window=3' was given.")]
    [InlineData("fixed:windw=3", "The policy 'fixed' has no option 'windw'. Did you mean 'window'? It has window.")]
    [InlineData("fixed:window", "An option of 'fixed' is written option=value, and 'window' is not; it has window.")]
    [InlineData("fixed:window=soon", "The option 'window' of 'fixed' may be 0 s to 604800 s, and 'soon' is not readable as that.")]
    [InlineData("fixed:window=-1", "fixed: The option 'window' may be 0 s to 604800 s, and -1 s is not.")]
    [InlineData("fixed:window=NaN", "may be 0 s to 604800 s, and 'NaN' is not readable as that.")]
    [InlineData("hybrid-histogram:observations=1.5", "may be 1 to 1000000, and '1.5' is not readable as that.")]
    [InlineData("forecast:by-cost=maybe", "may be true or false, and 'maybe' is not readable as that.")]
    [InlineData("", "There is no keep-alive policy ''.")]
    public void What_is_wrong_is_said_with_what_is_right(string spec, string message) =>
        Assert.Contains(message, Assert.Throws<PolicyException>(() => PolicySpec.Parse(spec, PolicyKind.KeepAlive)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("forecast", "needs a forecast, and there is none")]
    [InlineData("oracle", "needs to know the arrivals to come")]
    public void A_policy_that_lacks_what_it_needs_says_so(string spec, string message) =>
        Assert.Contains(message, Assert.Throws<PolicyException>(() => PolicySpec.Parse(spec, PolicyKind.KeepAlive).Make<IKeepAlivePolicy>()).Message, StringComparison.Ordinal);

    [Fact]
    public void Options_out_of_range_are_refused_without_a_parser_too() =>
        Assert.Contains("'window' may be 0 s to 604800 s", Assert.Throws<PolicyException>(() => new FixedKeepAlive(new FixedKeepAliveOptions { Window = -1 })).Message, StringComparison.Ordinal);

    [Fact]
    public void Each_time_it_is_made_it_has_learnt_nothing()
    {
        var spec = PolicySpec.Parse("greedy-dual", PolicyKind.KeepAlive);
        Assert.NotSame(spec.Make<IKeepAlivePolicy>(), spec.Make<IKeepAlivePolicy>());
    }
}
