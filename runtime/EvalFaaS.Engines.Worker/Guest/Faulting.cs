using EvalFaaS.Model;

namespace EvalFaaS.Engines.Worker;

/// <summary>Turns what the inner engine throws into a fault that can travel.</summary>
internal static class Faulting
{
    /// <summary>Null when all went well.</summary>
    public static InvocationFault? Run(Action work)
    {
        try
        {
            work();
            return null;
        }
        catch (FaultException e)
        {
            return e.Fault;
        }
        catch (Exception e) when (e is not (ChannelClosedException or ProtocolException))
        {
            return Unexpected(e);
        }
    }

    /// <summary>The engine broke its word.</summary>
    public static InvocationFault Unexpected(Exception e) =>
        new(FaultKind.Internal, "worker", $"The engine failed: {e.GetType().Name}: {e.Message}");
}
