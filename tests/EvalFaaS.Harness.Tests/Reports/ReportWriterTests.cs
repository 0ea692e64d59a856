using EvalFaaS.Harness.Reports;
using EvalFaaS.Harness.Tests.Data;

namespace EvalFaaS.Harness.Tests.Reports;

public sealed class ReportWriterTests
{
    [Fact]
    public void The_same_raw_data_give_the_same_bytes()
    {
        using var folder = new TemporaryFolder();
        new SyntheticRun(blocks: 6, requests: 150).Write(folder.Path);

        ReportWriter.Write(folder.Path);
        var first = ReadAll(folder.Path);
        ReportWriter.Write(folder.Path);

        Assert.Equal(first, ReadAll(folder.Path));
    }

    private static SortedDictionary<string, string> ReadAll(string folder) =>
        new(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ToDictionary(f => f, f => Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))));
}
