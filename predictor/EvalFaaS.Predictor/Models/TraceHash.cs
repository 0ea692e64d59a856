using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using EvalFaaS.Predictor.Traces;

namespace EvalFaaS.Predictor.Models;

/// <summary>A fingerprint of what a model was trained on.</summary>
internal static class TraceHash
{
    /// <summary>SHA-256 over the functions' hashes and their calls before a minute, in the order of the trace.</summary>
    public static string Of(Trace trace, int to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var function in trace.Functions)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{function.Key.Owner},{function.Key.App},{function.Key.Function},{function.Trigger}\n"));
            hash.AppendData(MemoryMarshal.AsBytes(function.Counts.ToArray().AsSpan(0, Math.Min(to, trace.Minutes))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
