using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace EvalFaaS.Harness.Published;

/// <summary>Wall times of one function on one target: a file of seconds, one a line, in the order in which they were taken.</summary>
/// <param name="Ns">The times, ns.</param>
/// <param name="Digest">SHA-256 of the file's bytes, 64 hexadecimal digits.</param>
public sealed record RunTimes(ImmutableArray<long> Ns, string Digest)
{
    private const double LongestSeconds = 1e6;

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="runs">How many times it must hold.</param>
    /// <exception cref="InvalidDataException">It is missing, was cut short, or holds something else; the message says where.</exception>
    public static RunTimes Read(string path, int runs)
    {
        if (!File.Exists(path)) throw new InvalidDataException($"There is no {path}: the data set is not whole. Fetch it anew.");
        var bytes = File.ReadAllBytes(path);
        var lines = Encoding.UTF8.GetString(bytes).TrimEnd().Split('\n');
        var times = lines is [""] ? [] : lines.Select((line, index) => Nanoseconds(line, path, index + 1)).ToImmutableArray();
        if (times.Length != runs)
            throw new InvalidDataException($"{path} holds {times.Length} times where the data set has {runs}: it was {(times.Length < runs ? "cut short" : "changed")}. Fetch it anew.");
        return new RunTimes(times, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }

    private static long Nanoseconds(string line, string path, int number) =>
        double.TryParse(line.AsSpan().Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < LongestSeconds
            ? (long)Math.Round(seconds * 1e9)
            : throw new InvalidDataException($"{path}, line {number}: '{line.Trim()}' is no time in seconds above 0. Fetch the file anew.");
}
