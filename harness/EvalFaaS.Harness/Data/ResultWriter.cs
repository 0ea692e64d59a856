using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using EvalFaaS.Harness.Load;

namespace EvalFaaS.Harness.Data;

/// <summary>
/// Writes a result folder, trial by trial: what was written stays readable when the run ends early. Not safe for two threads at once.
/// </summary>
public sealed class ResultWriter : IDisposable
{
    private readonly string _directory;
    private readonly ResultWriterOptions _options;
    private readonly CsvRowWriter _samples;
    private readonly CsvRowWriter _trials;
    private readonly CsvRowWriter _stages;
    private readonly CsvRowWriter _probes;
    private readonly CsvRowWriter _blocks;
    private readonly CsvRowWriter _resources;
    private readonly CsvRowWriter[] _all;
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);
    private int _written;

    /// <summary>Begins a result in a folder, which is made where it is missing.</summary>
    /// <exception cref="IOException">The folder holds a result already, or cannot be written.</exception>
    public ResultWriter(string directory, ResultWriterOptions? options = null)
    {
        _directory = directory;
        _options = options ?? new ResultWriterOptions();
        Directory.CreateDirectory(directory);
        _samples = Create(ResultFiles.Samples, SampleColumns.All);
        _trials = Create(TrialTable.Rows.File, TrialTable.Rows.Columns);
        _stages = Create(SideTables.Stages.File, SideTables.Stages.Columns);
        _probes = Create(SideTables.Probes.File, SideTables.Probes.Columns);
        _blocks = Create(SideTables.Blocks.File, SideTables.Blocks.Columns);
        _resources = Create(SideTables.Resources.File, SideTables.Resources.Columns);
        _all = [_samples, _trials, _stages, _probes, _blocks, _resources];
        Commit();
    }

    /// <summary>Adds a trial with all its samples, in the order of their numbers; for a long trial a part of them and a histogram are kept.</summary>
    /// <exception cref="IOException">The disk took no more, as the message says. What was written before stands, nothing of this trial does, and the writer takes no more.</exception>
    public void Write(Trial trial, ReadOnlySpan<Sample> samples, params IEnumerable<StageRow> stages)
    {
        try
        {
            if (samples.Length > _options.SamplesPerTrial) WriteThinned(trial, samples);
            else
                foreach (ref readonly var sample in samples) WriteSample(trial, sample);
            TrialTable.Rows.Write(_trials, trial);
            foreach (var stage in stages) SideTables.Stages.Write(_stages, stage);
            Commit();
            _written++;
        }
        catch (IOException e)
        {
            RollBack();
            DropHistogram(trial);
            throw Full(e);
        }
    }

    /// <summary>Adds looks at the machine.</summary>
    /// <exception cref="IOException">As above.</exception>
    public void Write(params IEnumerable<ProbeRow> probes) => WriteRows(SideTables.Probes, _probes, probes);

    /// <summary>Adds looks at what a target holds.</summary>
    /// <exception cref="IOException">As above.</exception>
    public void Write(params IEnumerable<ResourceRow> looks) => WriteRows(SideTables.Resources, _resources, looks);

    /// <summary>Adds a block that has ended.</summary>
    /// <exception cref="IOException">As above.</exception>
    public void Write(BlockRow block) => WriteRows(SideTables.Blocks, _blocks, [block]);

    /// <summary>Adds a file that is known at once, from its first row to its last.</summary>
    /// <exception cref="IOException">The disk took no more.</exception>
    internal void WriteWhole<T>(Table<T> table, IEnumerable<T> rows)
    {
        using var writer = Create(table.File, table.Columns);
        foreach (var row in rows) table.Write(writer, row);
    }

    /// <summary>Ends the result: writes its tables again as Parquet, then environment.json with the digests of all raw data, and returns it.</summary>
    /// <exception cref="IOException">The disk took no more; then there is no environment.json, and the folder counts as no complete result.</exception>
    public RunEnvironment Complete(RunEnvironment environment)
    {
        Dispose();
        if (TryCopy() is { } problem) environment = environment with { Warnings = [.. environment.Warnings, new("no-parquet", problem)] };
        var complete = environment with { Files = _files.ToImmutableSortedDictionary(name => name, Digest, StringComparer.Ordinal) };
        WholeFile.Write(Path.Combine(_directory, ResultFiles.Environment), JsonSerializer.Serialize(complete, ResultFiles.Json) + "\n");
        return complete;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var file in _all) file.Dispose();
    }

    // The copies repeat what is there: a disk that has no room for them costs no result.
    private string? TryCopy()
    {
        foreach (var table in RawTables.All.Where(t => _files.Contains(t.File)))
            try
            {
                WholeFile.Write(Path.Combine(_directory, table.ParquetFile), path => ParquetCopy.Write(Path.Combine(_directory, table.File), table.Columns, path));
                _files.Add(table.ParquetFile);
            }
            catch (IOException e)
            {
                return e.Message;
            }
        return null;
    }

    private void WriteRows<T>(Table<T> table, CsvRowWriter writer, IEnumerable<T> rows)
    {
        try
        {
            foreach (var row in rows) table.Write(writer, row);
            Commit();
        }
        catch (IOException e)
        {
            RollBack();
            throw Full(e);
        }
    }

    private IOException Full(IOException e) =>
        new($"The result cannot be written to {_directory}: {e.Message} The {_written} trials before are whole in {ResultFiles.Samples} and {ResultFiles.Trials} there. Free space and run the suite again.", e);

    // All files or none: the disk may take the one and not the other.
    private void Commit()
    {
        foreach (var file in _all) file.Flush();
        foreach (var file in _all) file.Commit();
    }

    private void RollBack()
    {
        foreach (var file in _all) file.RollBack();
    }

    private void DropHistogram(Trial trial)
    {
        var histogram = ResultFiles.HistogramName(trial.Number);
        _files.Remove(histogram);
        if (File.Exists(Path.Combine(_directory, histogram))) File.Delete(Path.Combine(_directory, histogram));
    }

    private void WriteThinned(Trial trial, ReadOnlySpan<Sample> samples)
    {
        foreach (var index in SampleThinning.Choose(samples.Length, _options.SamplesPerTrial, _options.Seed, trial.Number))
            WriteSample(trial, samples[index]);

        var histogram = LatencyHistogram.Create();
        foreach (ref readonly var sample in samples)
            if (sample.TimeIn(trial) is { } time) LatencyHistogram.Record(histogram, time);
        Directory.CreateDirectory(Path.Combine(_directory, ResultFiles.Histograms));
        var name = ResultFiles.HistogramName(trial.Number);
        LatencyHistogram.Write(histogram, Path.Combine(_directory, name));
        _files.Add(name);
    }

    private void WriteSample(Trial trial, in Sample sample)
    {
        _samples.Field(trial.Run).Field(trial.Block).Field(trial.Number).Field(sample.Number).Field(trial.Target).Field(trial.Function).Field(trial.Measure)
            .Field(trial.State).Field(sample.StartState).Field(sample.Cause)
            .Field(sample.IntendedNs).Field(sample.IssuedNs).Field(sample.FirstByteNs).Field(sample.LastByteNs)
            .Field(sample.Outcome).Field(sample.InstanceId).Field(sample.ConfigurationDigest);
        foreach (var phase in PhaseDurations.Phases) _samples.Field(sample.Phases[phase]);
        _samples.Field(sample.Part);
        _samples.EndRow();
    }

    private string Digest(string name)
    {
        using var stream = File.OpenRead(Path.Combine(_directory, name));
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    private CsvRowWriter Create(string name, ImmutableArray<(string Name, ColumnType Type)> columns)
    {
        var writer = new CsvRowWriter(new FileStream(Path.Combine(_directory, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, 1 << 16));
        _files.Add(name);
        writer.Header([.. columns.Select(c => c.Name)]);
        return writer;
    }
}
