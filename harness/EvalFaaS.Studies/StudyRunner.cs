using System.Collections.Immutable;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;
using EvalFaaS.Harness.Data;
using EvalFaaS.Harness.Processes;
using EvalFaaS.Harness.Running;
using EvalFaaS.Studies.Data;
using EvalFaaS.Studies.Reports;

namespace EvalFaaS.Studies;

/// <summary>Computes a study and leaves a result folder: raw data, what they are of, the report.</summary>
public static class StudyRunner
{
    /// <summary>Runs it.</summary>
    /// <param name="suite">What is asked.</param>
    /// <param name="traces">The folder of published traces.</param>
    /// <param name="output">The result's folder; it is made.</param>
    /// <param name="command">The command that repeats it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Hears how far it is.</param>
    /// <param name="cancellation">Ends it early.</param>
    /// <returns>The answer in sentences.</returns>
    public static IReadOnlyList<string> Run(StudySuite suite, string traces, string output, string command, TimeProvider time, IProgress<RunProgress> progress, CancellationToken cancellation)
    {
        var study = StudyCatalogue.Find(suite.Study)!;
        var (origin, began) = (time.GetUtcNow(), time.GetTimestamp());
        var task = new StudyTask(suite, traces);
        var sheets = study.Run(task, progress, cancellation);
        Directory.CreateDirectory(output);
        foreach (var sheet in sheets) sheet.Write(output);
        var record = new StudyRecord
        {
            Study = study.Name,
            Suite = suite,
            OriginUtc = origin,
            Seconds = Math.Round(time.GetElapsedTime(began).TotalSeconds, 1),
            Version = typeof(StudyRunner).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
            Command = command,
            Machine = MachineFacts.Read(CpuSet.OfMachine(), null),
            Inputs = task.Inputs.ToImmutableSortedDictionary(i => i.Name, i => DigestOf(i.Path)),
            Warnings = [.. task.Warnings],
            Files = sheets.ToImmutableSortedDictionary(s => s.File, s => DigestOf(Path.Combine(output, s.File))),
        };
        WholeFile.Write(Path.Combine(output, ResultFiles.Environment), JsonSerializer.Serialize(record, ResultFiles.Json) + "\n");
        return StudyReport.Write(output);
    }

    internal static string DigestOf(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
