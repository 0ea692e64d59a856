using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>A fault or none. Kinds travel by name: their numbers are not part of any contract.</summary>
internal static class FaultCodec
{
    public static void Write(MessageWriter writer, InvocationFault? fault)
    {
        writer.Flag(fault is not null);
        if (fault is null) return;
        writer.Text(fault.Kind.ToString());
        writer.Text(fault.Component);
        writer.Text(fault.Message);
        writer.Flag(fault.RetryMayHelp);
        writer.Text(fault.Trap);
        writer.Flag(fault.ExitCode is not null);
        writer.Int32(fault.ExitCode ?? 0);
    }

    public static InvocationFault? Read(ref MessageReader reader)
    {
        if (!reader.Flag()) return null;
        var kind = Enum.TryParse<FaultKind>(reader.Text(), out var known) ? known : FaultKind.Internal;
        var fault = new InvocationFault(kind, reader.Text(), reader.Text(), reader.Flag()) { Trap = reader.OptionalText() };
        var exited = reader.Flag();
        var code = reader.Int32();
        return exited ? fault with { ExitCode = code } : fault;
    }
}
