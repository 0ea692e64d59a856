using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EvalFaaS.Harness.Functions;

/// <summary>
/// A body in a case's file: a string (as UTF-8), or an object with <c>base64</c>, with <c>file</c> (relative to the case's),
/// or with <c>repeat</c> and <c>times</c>, so that a large body is a small file.
/// </summary>
[JsonConverter(typeof(Converter))]
public sealed record CaseBody
{
    private readonly byte[] _bytes;
    private readonly int _times;
    private readonly string? _file;

    private CaseBody(byte[] bytes, int times = 1, string? file = null) => (_bytes, _times, _file) = (bytes, times, file);

    /// <summary>A body of these bytes.</summary>
    public static CaseBody Of(ReadOnlySpan<byte> bytes) => new(bytes.ToArray());

    /// <summary>Makes its bytes.</summary>
    /// <exception cref="IOException">Its file cannot be read.</exception>
    public byte[] ToBytes()
    {
        if (_file is not null) return File.ReadAllBytes(_file);
        var bytes = new byte[_bytes.Length * _times];
        for (var i = 0; i < _times; i++) _bytes.CopyTo(bytes, i * _bytes.Length);
        return bytes;
    }

    /// <summary>The same, its file found in this folder.</summary>
    internal CaseBody In(string folder) => _file is null ? this : new CaseBody(_bytes, _times, Path.Combine(folder, _file));

    private sealed record Described(string? Base64, string? Repeat, int? Times, string? File);

    private sealed class Converter : JsonConverter<CaseBody>
    {
        public override CaseBody Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            if (reader.TokenType == JsonTokenType.String) return new CaseBody(Encoding.UTF8.GetBytes(reader.GetString()!));
            return JsonSerializer.Deserialize<Described>(ref reader, options) switch
            {
                { Base64: { } base64, Repeat: null, Times: null, File: null } => new CaseBody(Convert.FromBase64String(base64)),
                { Repeat: { } text, Times: { } times and >= 0, Base64: null, File: null } => new CaseBody(Encoding.UTF8.GetBytes(text), times),
                { File: { } file, Base64: null, Repeat: null, Times: null } => new CaseBody([], file: file),
                _ => throw new JsonException("A body is a string, or has base64, or file, or repeat and times."),
            };
        }

        public override void Write(Utf8JsonWriter writer, CaseBody value, JsonSerializerOptions options) => throw new NotSupportedException("Cases are only read.");
    }
}
