using EvalFaaS.Harness.Functions;
using EvalFaaS.Model;

namespace EvalFaaS.Harness.Tests.Functions;

public sealed class FunctionLibraryTests
{
    [Fact]
    public void Three_functions_are_there_in_four_languages() =>
        Assert.Equal(["fibonacci", "hello", "n-body"], Library.Open.Functions.Where(f => f.Builds.Select(b => b.Language).SequenceEqual(["c", "rust", "assemblyscript", "go"])).Select(f => f.Name));

    [Theory]
    [InlineData("hello", null)]
    [InlineData("hello-go", "'hello-go' has no native program: go is built for WebAssembly alone. Measure a build in c or rust.")]
    public void A_language_without_native_programs_says_so(string name, string? why)
    {
        var build = Library.Open.Find(name);
        Assert.Equal(why is null, build.NativePath is not null);
        if (why is not null) Assert.Equal(why, build.WhyNoNative);
    }

    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("fibonacci-rust", "fibonacci-rust")]
    [InlineData("fibonacci", "fibonacci")]
    [InlineData("fibonacci-c", "fibonacci")]
    [InlineData("markdown-rust", "markdown")]
    public void A_build_is_found_by_its_own_name_and_by_its_functions(string name, string expected) =>
        Assert.Equal(expected, Library.Open.Find(name).Name);

    [Fact]
    public void An_unknown_function_is_answered_with_the_nearest_name()
    {
        var fault = Assert.Throws<FaultException>(() => Library.Open.Find("fibonaci")).Fault;
        Assert.Equal(FaultKind.FunctionUnknown, fault.Kind);
        Assert.Contains("Did you mean 'fibonacci'?", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_without_an_index_is_said_to_be_none()
    {
        var fault = Assert.Throws<FaultException>(() => FunctionLibrary.Open(Path.Combine(Library.Open.Root, "shells"))).Fault;
        Assert.Contains("shells/functions.json", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Library.Builds), MemberType = typeof(Library))]
    public void A_build_has_its_source_its_modules_and_a_default_case(string name)
    {
        var build = Library.Open.Find(name);
        Assert.True(File.Exists(Path.Combine(build.Function.Folder, "handler." + build.Language switch { "rust" => "rs", "assemblyscript" => "ts", _ => build.Language })));
        Assert.True(File.Exists(build.ModulePath(ContractKind.Reactor)));
        Assert.True(File.Exists(build.ModulePath(ContractKind.WasiCommand)));
        Assert.True(File.Exists(Path.Combine(build.Function.Folder, "README.md")));
        Assert.Equal(build.Function.DefaultCaseName, build.Function.DefaultCase.Name);
    }

    [Fact]
    public void Every_folder_with_a_handler_is_in_the_index()
    {
        var folders = Directory.EnumerateDirectories(Library.Open.Root).Where(d => Directory.EnumerateFiles(d, "handler.*").Any());
        Assert.Equal(Library.Open.Functions.Select(f => f.Folder), folders.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_case_may_repeat_a_text_name_a_file_or_hold_bytes()
    {
        Assert.Equal(1 << 20, Library.Open.Find("echo").Function.Case("1-mib").Request.Body!.ToBytes().Length);
        Assert.StartsWith("{\n", System.Text.Encoding.UTF8.GetString(Library.Open.Find("json-transform").Function.Case("orders").Request.Body!.ToBytes()), StringComparison.Ordinal);
        Assert.Equal(Enumerable.Range(0, 256).Select(i => (byte)i), Library.Open.Find("echo").Function.Case("every-byte").Response.Body.ToBytes());
    }
}
