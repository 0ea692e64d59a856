using System.IO.Compression;
using System.Text;

namespace EvalFaaS.Predictor.Tests.Traces;

/// <summary>Small trace files as text.</summary>
internal static class TraceText
{
    public const string Durations = "HashOwner,HashApp,HashFunction,Average,Count,Minimum,Maximum,percentile_Average_0,percentile_Average_1,percentile_Average_25,"
        + "percentile_Average_50,percentile_Average_75,percentile_Average_99,percentile_Average_100\no,a,f1,20,3,10.0,40.0,10,11,15,20,25,39,40\n";

    public const string Memory = "HashFunction,HashOwner,HashApp,SampleCount,AverageAllocatedMb,AverageAllocatedMb_pct1,AverageAllocatedMb_pct5,AverageAllocatedMb_pct25,"
        + "AverageAllocatedMb_pct50,AverageAllocatedMb_pct75,AverageAllocatedMb_pct95,AverageAllocatedMb_pct99,AverageAllocatedMb_pct100\nf1,o,a,7,9.5,1,2,3,4,5,6,7,8\n";

    public const string Invocations = "HashOwner,HashApp,HashFunction,Trigger,480,481,482\no,a,f1,timer,0,1,70000\no,a,f2,http,300,0,2\n";

    public static void Write(string path, string text)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal))
        {
            File.WriteAllText(path, text);
            return;
        }

        using var zip = new GZipStream(File.Create(path), CompressionLevel.Optimal);
        zip.Write(Encoding.UTF8.GetBytes(text));
    }
}
