namespace EvalFaaS.Policies.Tests.Catalogue;

/// <summary>To write the page's tables anew: EVALFAAS_TEST_UPDATE=1 and this test.</summary>
public sealed class PoliciesPageTests
{
    private const string Begin = "<!-- policies: written by a test -->\n";
    private const string End = "<!-- /policies -->\n";

    [Fact]
    public void The_page_says_what_the_catalogue_says()
    {
        var path = Checkout.PathTo("docs", "policies.md");
        var page = File.ReadAllText(path);
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        var text = string.Concat(PolicyPage.Lines().Select(line => line + "\n"));
        if (Environment.GetEnvironmentVariable("EVALFAAS_TEST_UPDATE") == "1") File.WriteAllText(path, page[..start] + text + page[end..]);
        else Assert.Equal(text, page[start..end]);
    }
}
