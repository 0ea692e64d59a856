using System.IO.Hashing;

namespace EvalFaaS.Execution.Tests;

public sealed class PageCacheTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly byte[] _bytes = new byte[100_000];
    private readonly string _path;

    public PageCacheTests()
    {
        new Random(1).NextBytes(_bytes);
        _path = Path.Combine(_directory.Path, "file");
        File.WriteAllBytes(_path, _bytes);
    }

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_file_that_was_made_cold_has_its_bytes_still_and_nothing_lies_beside_it()
    {
        Assert.SkipUnless(PageCache.TryMakeCold(_path), "The file system keeps its pages.");

        Assert.False(PageCache.Holds(_path));
        Assert.Equal(_bytes, File.ReadAllBytes(_path));
        Assert.True(PageCache.Holds(_path));
        Assert.Single(Directory.GetFiles(_directory.Path));
    }

    [Fact]
    public void A_cold_file_is_told_by_the_look_itself_since_the_kernel_reads_ahead_after_it()
    {
        Assert.SkipUnless(PageCache.TryMakeCold(_path), "The file system keeps its pages.");

        Assert.Null(CachedFile.TryDigest(_path, _bytes.Length, out var partly));
        Assert.True(partly);
    }

    [Fact]
    public void A_warm_file_is_digested_without_a_wait()
    {
        File.ReadAllBytes(_path);

        Assert.Equal(XxHash128.HashToUInt128(_bytes), CachedFile.TryDigest(_path, _bytes.Length, out var partly));
        Assert.False(partly);
    }

    [Fact]
    public void A_file_that_has_grown_has_no_digest()
    {
        File.AppendAllText(_path, "x");
        File.ReadAllBytes(_path);

        Assert.Null(CachedFile.TryDigest(_path, _bytes.Length, out var partly));
        Assert.False(partly);
    }

    [Fact]
    public void A_file_that_is_gone_cannot_be_made_cold()
    {
        File.Delete(_path);

        Assert.Throws<FileNotFoundException>(() => PageCache.TryMakeCold(_path));
        Assert.Empty(Directory.GetFiles(_directory.Path));
    }
}
