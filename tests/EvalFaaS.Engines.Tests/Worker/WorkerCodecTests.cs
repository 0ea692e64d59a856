using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using EvalFaaS.Engines.Worker;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Tests;

public sealed class WorkerCodecTests
{
    private static readonly Gen<string> Text = Gen.String[Gen.Char.Where(c => !char.IsSurrogate(c)), 0, 40];
    private static readonly Gen<FunctionType> Type = Gen.Select(Kinds(), Kinds(), (p, r) => new FunctionType(p, r));
    private static readonly Gen<SizeLimits> Size = Gen.Select(Gen.ULong, Gen.ULong.Nullable(), (minimum, maximum) => new SizeLimits(minimum, maximum));

    private static readonly Gen<InvocationFault?> Fault = Gen.Select(Gen.Enum<FaultKind>(), Text, Text, Gen.Bool, Text.Null(), Gen.Int.Nullable(), (kind, component, message, retry, trap, code) =>
        new InvocationFault(kind, component, message, retry) { Trap = trap, ExitCode = code }).Null();

    private static readonly Gen<ModuleFile> Module = Gen.Select(
        Text, Gen.Byte.Array[0, 10],
        Gen.Select(Text, Text, Gen.Enum<ExternalKind>(), Type.Null(), (m, n, k, t) => new ModuleImport(m, n, k, t)).Array[0, 5],
        Gen.Select(Text, Gen.Enum<ExternalKind>(), Gen.Int, Type.Null(), (n, k, i, t) => new ModuleExport(n, k, i, t)).Array[0, 5],
        Size.Array[0, 3], Size.Array[0, 3], Gen.Int.Select(i => (WasmFeatures)i), Gen.Enum<ContractKind>().Nullable(),
        (path, bytes, imports, exports, memories, tables, features, contract) => new ModuleFile(path, ModuleDigest.Of(bytes), new ModuleInterface
        {
            Imports = [.. imports],
            Exports = [.. exports],
            Memories = [.. memories],
            Tables = [.. tables],
            Features = features,
            Contract = contract,
        }));

    private static readonly Gen<InvocationLimits> Limits = Gen.Select(Gen.Long, Gen.Long, Gen.Int, Gen.Long, Gen.Long, Gen.Int, Gen.Long.Nullable(), (memory, timeout, table, response, request, log, fuel) => new InvocationLimits
    {
        MemoryBytes = memory,
        Timeout = new TimeSpan(timeout),
        TableElements = table,
        ResponseBytes = response,
        RequestBytes = request,
        LogBytes = log,
        Fuel = fuel,
    });

    [Fact]
    public void A_hello_is_read_as_it_was_written() => Gen
        .Select(Text, Gen.Int, Gen.Long, Gen.Int, Gen.Long, Gen.Bool, Gen.Bool, (engine, instances, memory, stack, tick, fuel, nan) =>
            new Hello(WorkerProtocol.Version, engine, new EngineOptions { MaximumInstances = instances, MaximumMemoryBytes = memory, StackBytes = stack, Tick = new TimeSpan(tick), Fuel = fuel, CanonicalNaN = nan, Optimise = !fuel, Mappings = new MappingBudget(1) }))
        .Sample(hello =>
        {
            var read = Hello.Read(Payload(hello.Write));
            Assert.Equal(hello with { Options = hello.Options with { Mappings = read.Options.Mappings } }, read);
        });

    [Fact]
    public void A_module_is_read_as_it_was_written() => Gen
        .Select(Gen.Int, Module, Text.Null(), Gen.Select(Text, Text, Type).Array[0, 4], (key, module, code, stubs) =>
            new ModuleDefinition(key, module, code, [.. stubs.Select(s => StubImports.Function(s.Item1, s.Item2, s.Item3))]))
        .Sample(module =>
        {
            var read = ModuleDefinition.Read(Payload(module.Write));
            Assert.Equal(Json((module.Key, module.Module, module.CodePath)), Json((read.Key, read.Module, read.CodePath)));
            Assert.Equal(module.Stubs.Select(s => (s.Module, s.Name, s.Type)), read.Stubs.Select(s => (s.Module, s.Name, s.Type)));
        });

    [Fact]
    public void Surroundings_are_read_as_they_were_written() => Gen
        .Select(Gen.Int, Gen.Select(Text, Gen.Bool, Text.Array[0, 5], Gen.Select(Text, Text).Array[0, 5], Gen.Select(Text, Text, Gen.Bool).Array[0, 3]), Limits, Limits, (id, e, limits, instance) =>
            new Surroundings(id, new GuestEnvironment
            {
                Name = e.Item1,
                Scratch = e.Item2,
                Arguments = [.. e.Item3],
                Variables = [.. e.Item4.Select(v => KeyValuePair.Create(v.Item1, v.Item2))],
                Directories = [.. e.Item5.Select(d => new DirectoryGrant(d.Item1, d.Item2, d.Item3))],
            }, limits, instance))
        .Sample(surroundings => Assert.Equal(Json(surroundings), Json(Surroundings.Read(Payload(surroundings.Write)))));

    [Fact]
    public void An_outcome_is_read_as_it_was_written() => Gen
        .Select(Gen.Long, Gen.Bool, Gen.Long.Array[5], Fault, (sequence, kept, ns, fault) =>
            new Ended { Sequence = sequence, Kept = kept, LoadNs = ns[0], InstantiateNs = ns[1], InitNs = ns[2], ExecuteNs = ns[3], HostNs = ns[4], Fault = fault })
        .Sample(ended => Assert.Equal(ended, Ended.Read(Payload(ended.Write))));

    [Fact]
    public void A_description_is_read_as_it_was_written() => Gen
        .Select(Text, Text, Text, Gen.Bool.Array[8], Gen.Int, Gen.Select(Text, Text, Text, (n, v, s) => new EngineSetting(n, v, s)).Array[0, 5], (name, version, fingerprint, can, features, settings) => new EngineDescription
        {
            Name = name,
            Version = version,
            CodeFingerprint = fingerprint,
            Settings = [.. settings],
            Capabilities = new EngineCapabilities
            {
                AheadOfTime = can[0],
                InProcessSafe = can[1],
                HostCallWait = can[2] ? HostCallWait.Suspends : HostCallWait.BlocksThread,
                Budget = can[3],
                Interruptible = can[4],
                BoundedRecursion = can[5],
                GrowthLimits = can[6],
                Reuse = can[7],
                Features = (WasmFeatures)features,
            },
        })
        .Sample(description => Assert.Equal(Json(description), Json(Welcome.Read(Payload(new Welcome(WorkerProtocol.Version, null, description).Write)).Description)));

    [Fact]
    public void Bytes_that_nobody_wrote_are_a_breach_of_the_protocol_or_a_message() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        ReadOrBreach(() => Hello.Read(bytes));
        ReadOrBreach(() => Welcome.Read(bytes));
        ReadOrBreach(() => ModuleDefinition.Read(bytes));
        ReadOrBreach(() => Surroundings.Read(bytes));
        ReadOrBreach(() => Ended.Read(bytes));
    }, iter: 20_000);

    private static Gen<ImmutableArray<ValueKind>> Kinds() => Gen.Enum<ValueKind>().Array[0, 4].Select(k => k.ToImmutableArray());

    private static byte[] Payload(Action<MessageWriter> write)
    {
        var writer = new MessageWriter();
        write(writer);
        return writer.Written[WorkerProtocol.HeaderBytes..].ToArray();
    }

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, new JsonSerializerOptions { IncludeFields = true });

    private static void ReadOrBreach(Action read)
    {
        try
        {
            read();
        }
        catch (ProtocolException)
        {
            // That is the one thing that may be thrown.
        }
    }
}
