using EvalFaaS.Harness.Processes;

namespace EvalFaaS.Harness.Targets.Containers;

/// <summary>What can be done with one container of one program. Times are those of the runtime's own command, spawned without a wrapper, or of the call of its API.</summary>
internal interface IContainerRuntime : IAsyncDisposable
{
    /// <summary>Name and version.</summary>
    string Version { get; }

    /// <summary>The static program inside, to put out of the page cache; null where it is out of reach.</summary>
    string? ProgramOnDisk { get; }

    /// <summary>Creates and starts it, by the cheapest way there is.</summary>
    Task<ContainerStart> RunAsync(string id);

    /// <summary>A file that appears once <see cref="RunAsync"/> has created the container; null where its calls tell when that was.</summary>
    string? CreatedFile(string id) => null;

    /// <summary>Creates it only.</summary>
    Task<RuntimeCall> CreateAsync(string id);

    /// <summary>Starts what was created.</summary>
    Task<RuntimeCall> StartAsync(string id);

    /// <summary>Freezes it.</summary>
    Task PauseAsync(string id);

    /// <summary>Lets it go on, by the cheapest way there is.</summary>
    Task<RuntimeCall> ResumeAsync(string id);

    /// <summary>Ends and removes it; not being there is no error.</summary>
    Task DeleteAsync(string id);

    /// <summary>Its main process as the host sees it.</summary>
    Task<int> ProcessAsync(string id);

    /// <summary>Processes besides containers that work for them.</summary>
    IReadOnlyList<int> Daemons { get; }

    /// <summary>Names of the programs that stay beside a container as its parent.</summary>
    IReadOnlyList<string> Supervisors => [];

    /// <summary>A container's process, and the one that stays beside it where one does: what a container takes.</summary>
    IEnumerable<int> ProcessesOf(int container)
    {
        yield return container;
        if (Supervisors.Count > 0 && ProcessUsage.ParentOf(container) is { } parent && Supervisors.Any(name => parent.Name.StartsWith(name, StringComparison.Ordinal))) yield return parent.Id;
    }
}
