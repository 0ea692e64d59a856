namespace EvalFaaS.Architecture.Tests;

/// <summary>A file holds one idea; a long one usually holds two.</summary>
public sealed class ShapeTests
{
    private static readonly int[] Lines = [.. SourceTree.SourceFiles().Select(f => File.ReadLines(f).Count()).Order()];

    [Fact]
    public void Half_of_all_files_are_short() => Assert.InRange(Lines[Lines.Length / 2], 1, 70);

    [Fact]
    public void Nine_files_in_ten_are_under_170_lines() => Assert.InRange(Lines[(int)(0.9 * (Lines.Length - 1))], 1, 169);

    [Fact]
    public void No_file_is_long()
    {
        var longOnes = SourceTree.SourceFiles().Where(f => File.ReadLines(f).Count() > 320).Select(f => Path.GetRelativePath(SourceTree.Root, f));
        Assert.Empty(longOnes);
    }
}
