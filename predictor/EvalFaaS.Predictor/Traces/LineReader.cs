using System.IO.Compression;

namespace EvalFaaS.Predictor.Traces;

/// <summary>Lines of a text file, or of a gzip file (by its name's end), numbered, with damage told by file and line.</summary>
internal sealed class LineReader : IDisposable
{
    private readonly CountingStream _content;
    private readonly StreamReader _reader;
    private readonly bool _compressed;

    public LineReader(string path)
    {
        File = path;
        _compressed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var file = System.IO.File.OpenRead(path);
        _content = new CountingStream(_compressed ? new GZipStream(file, CompressionMode.Decompress) : file);
        _reader = new StreamReader(_content);
    }

    /// <summary>Path of the file.</summary>
    public string File { get; }

    /// <summary>Number of the line last read, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The next line, or null at the end.</summary>
    /// <exception cref="TraceException">The file is damaged.</exception>
    public string? Next()
    {
        try
        {
            if (_reader.ReadLine() is { } line)
            {
                Number++;
                return line;
            }
        }
        catch (InvalidDataException e)
        {
            throw Problem($"the gzip data after this line are damaged ({e.Message.TrimEnd('.')}): get the file anew, and check it with gzip -t", e);
        }

        if (_compressed) RequireWhole();
        return null;
    }

    /// <summary>A problem at the line last read.</summary>
    public TraceException Problem(string problem, Exception? inner = null) => new(File, Math.Max(1, Number), problem, inner);

    public void Dispose() => _reader.Dispose();

    // A gzip stream that simply ends is read without an error; its last four bytes are the length of what was compressed.
    private void RequireWhole()
    {
        using var file = System.IO.File.OpenRead(File);
        Span<byte> length = stackalloc byte[4];
        file.Seek(-Math.Min(4, file.Length), SeekOrigin.End);
        if (file.ReadAtLeast(length, 4, throwOnEndOfStream: false) == 4 && BitConverter.ToUInt32(length) == (uint)_content.Count) return;
        throw Problem("the gzip file ends here, before its compressed data do (or it was put together of several): get it anew, or unpack it first and check the result");
    }

    private sealed class CountingStream(Stream inner) : Stream
    {
        public long Count { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => Count; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            Count += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
