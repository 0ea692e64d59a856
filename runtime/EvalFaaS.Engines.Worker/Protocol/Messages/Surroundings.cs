using System.Collections.Immutable;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>What invocations of a revision have in common: sent once, then named by its identity.</summary>
/// <param name="Id">By which invocations name it; unique in the parent's life.</param>
/// <param name="Environment">Arguments, variables, directories.</param>
/// <param name="Limits">What an invocation may use.</param>
/// <param name="InstanceLimits">What an instance is made with; mostly the same.</param>
internal sealed record Surroundings(int Id, GuestEnvironment Environment, InvocationLimits Limits, InvocationLimits InstanceLimits)
{
    /// <summary>What the revision holds of the workers; of the parent's side alone.</summary>
    internal WorkerClaim? Claim { get; init; }

    public void Write(MessageWriter writer)
    {
        writer.Begin(FrameKind.Environment);
        writer.Int32(Id);
        writer.Text(Environment.Name);
        writer.Flag(Environment.Scratch);
        writer.Int32(Environment.Arguments.Length);
        foreach (var argument in Environment.Arguments) writer.Text(argument);
        writer.Int32(Environment.Variables.Length);
        foreach (var (name, value) in Environment.Variables)
        {
            writer.Text(name);
            writer.Text(value);
        }

        writer.Int32(Environment.Directories.Length);
        foreach (var directory in Environment.Directories)
        {
            writer.Text(directory.HostPath);
            writer.Text(directory.GuestPath);
            writer.Flag(directory.ReadOnly);
        }

        WriteLimits(writer, Limits);
        WriteLimits(writer, InstanceLimits);
        writer.End();
    }

    public static Surroundings Read(ReadOnlySpan<byte> payload)
    {
        var reader = new MessageReader(payload);
        var id = reader.Int32();
        var name = reader.Text();
        var scratch = reader.Flag();
        var arguments = ImmutableArray.CreateBuilder<string>(reader.Count());
        for (var i = arguments.Capacity; i > 0; i--) arguments.Add(reader.Text());
        var variables = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>(reader.Count());
        for (var i = variables.Capacity; i > 0; i--) variables.Add(new(reader.Text(), reader.Text()));
        var directories = ImmutableArray.CreateBuilder<DirectoryGrant>(reader.Count());
        for (var i = directories.Capacity; i > 0; i--) directories.Add(new DirectoryGrant(reader.Text(), reader.Text(), reader.Flag()));
        var environment = new GuestEnvironment
        {
            Name = name,
            Scratch = scratch,
            Arguments = arguments.MoveToImmutable(),
            Variables = variables.MoveToImmutable(),
            Directories = directories.MoveToImmutable(),
        };
        var surroundings = new Surroundings(id, environment, ReadLimits(ref reader), ReadLimits(ref reader));
        reader.End();
        return surroundings;
    }

    private static void WriteLimits(MessageWriter writer, InvocationLimits limits)
    {
        writer.Int64(limits.MemoryBytes);
        writer.Int64(limits.Timeout.Ticks);
        writer.Int32(limits.TableElements);
        writer.Int64(limits.ResponseBytes);
        writer.Int64(limits.RequestBytes);
        writer.Int32(limits.LogBytes);
        writer.Flag(limits.Fuel is not null);
        writer.Int64(limits.Fuel ?? 0);
    }

    private static InvocationLimits ReadLimits(ref MessageReader reader)
    {
        var limits = new InvocationLimits
        {
            MemoryBytes = reader.Int64(),
            Timeout = new TimeSpan(reader.Int64()),
            TableElements = reader.Int32(),
            ResponseBytes = reader.Int64(),
            RequestBytes = reader.Int64(),
            LogBytes = reader.Int32(),
        };
        var metered = reader.Flag();
        var fuel = reader.Int64();
        return metered ? limits with { Fuel = fuel } : limits;
    }
}
