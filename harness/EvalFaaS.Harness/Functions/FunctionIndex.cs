namespace EvalFaaS.Harness.Functions;

/// <summary><c>functions.json</c> as it is written.</summary>
internal sealed record FunctionIndex
{
    public required int Version { get; init; }

    public required IReadOnlyList<Entry> Functions { get; init; }

    internal sealed record Entry
    {
        public required string Name { get; init; }

        public required string Description { get; init; }

        public required string Folder { get; init; }

        public required string DefaultCase { get; init; }

        public int? MemoryMiB { get; init; }

        public int? ResponseMiB { get; init; }

        public int? TimeoutMs { get; init; }

        public required IReadOnlyList<Build> Builds { get; init; }

        public LibraryFunction ToFunction(string root)
        {
            var function = new LibraryFunction(Name, Description, Path.Combine(root, Folder), DefaultCase)
            {
                MemoryBytes = MemoryMiB * (1L << 20),
                ResponseBytes = ResponseMiB * (1L << 20),
                Timeout = TimeoutMs is { } ms ? TimeSpan.FromMilliseconds(ms) : null,
            };
            function.Builds = [.. Builds.Select(b => new FunctionBuild(
                function, b.Name, b.Language, Path.Combine(root, b.Reactor), Path.Combine(root, b.WasiCommand), b.Native is null ? null : Path.Combine(root, b.Native)))];
            return function;
        }
    }

    internal sealed record Build
    {
        public required string Name { get; init; }

        public required string Language { get; init; }

        public required string Reactor { get; init; }

        public required string WasiCommand { get; init; }

        public string? Native { get; init; }
    }
}
