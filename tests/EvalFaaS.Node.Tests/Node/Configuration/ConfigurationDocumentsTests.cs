using EvalFaaS.Node.Configuration;

namespace EvalFaaS.Node.Tests;

/// <summary>To write the documents anew: EVALFAAS_TEST_UPDATE=1 and these tests.</summary>
public sealed class ConfigurationDocumentsTests
{
    private const string Begin = "<!-- settings: written by a test -->\n";
    private const string End = "<!-- /settings -->\n";

    private static bool Update => Environment.GetEnvironmentVariable("EVALFAAS_TEST_UPDATE") == "1";

    [Fact]
    public void The_schema_for_editors_is_that_of_the_settings()
    {
        var path = RepositoryFiles.Path("docs/schemas/evalfaas.schema.json");
        if (Update) File.WriteAllText(path, ConfigurationSchema.Text());

        Assert.Equal(ConfigurationSchema.Text(), File.ReadAllText(path));
    }

    [Fact]
    public void The_documentation_s_table_is_that_of_the_settings()
    {
        var path = RepositoryFiles.Path("docs/configuration.md");
        var page = File.ReadAllText(path);
        var start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = page.IndexOf(End, StringComparison.Ordinal);
        var table = string.Concat(ConfigurationTable.Rows().Select(r => r + "\n"));
        if (Update) File.WriteAllText(path, page[..start] + table + page[end..]);
        else Assert.Equal(table, page[start..end]);
    }
}
