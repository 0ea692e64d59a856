using System.Buffers.Binary;
using EvalFaaS.Harness.NodeApi;
using EvalFaaS.Model;
using EvalFaaS.Node.Control;

namespace EvalFaaS.Harness.Targets.Node;

/// <summary>Many functions in one node that do the same and have nothing in common: each module has bytes of its own, so that none is found in a cache.</summary>
internal sealed class FunctionCopies(NodeClient node, FunctionSetup function, string engine)
{
    /// <summary>Name of a copy.</summary>
    public static string NameOf(FunctionSetup function, int number) => NameOf(function.Name, number);

    /// <summary>Name of a copy of a function of this name.</summary>
    public static string NameOf(string function, int number) => $"{function}-{number}";

    /// <summary>Deploys so many.</summary>
    public async Task DeployAsync(int count, CancellationToken cancellation)
    {
        var module = await File.ReadAllBytesAsync(function.Module, cancellation);
        for (var number = 0; number < count; number++)
            await node.DeployAsync(FunctionName.DefaultNamespace, NameOf(function, number), new DeployDocument { Engine = engine }, [.. module, .. Mark(number)], cancellation);
    }

    /// <summary>A custom section, which no engine looks at (WebAssembly Core Specification, 5.5.3).</summary>
    internal static byte[] Mark(int number)
    {
        byte[] section = [0, 9, 4, (byte)'c', (byte)'o', (byte)'p', (byte)'y', 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32LittleEndian(section.AsSpan(7), number);
        return section;
    }
}
