using System.Text;
using EvalFaaS.Engines.Wasmtime.Interop;
using EvalFaaS.Model;

namespace EvalFaaS.Engines.Wasmtime;

/// <summary>Turns errors of the C API into words and exceptions, and frees them.</summary>
internal static unsafe class NativeErrors
{
    public const string Component = "engine/wasmtime";

    /// <summary>Throws where there is an error.</summary>
    public static void Throw(nint error, FaultKind kind, string what)
    {
        if (error != 0) throw new FaultException(kind, Component, $"{what}: {Take(error)}");
    }

    /// <summary>An error's message; the error is freed.</summary>
    public static string Take(nint error)
    {
        ErrorApi.Message(error, out var message);
        ErrorApi.Delete(error);
        return Take(message);
    }

    private static string Take(NativeVector message)
    {
        // Causes follow on lines of their own; one line reads better in a fault.
        var text = Encoding.UTF8.GetString((byte*)message.Data, (int)message.Size).TrimEnd('\0', '\n');
        ErrorApi.DeleteBytes(&message);
        return string.Join(' ', text.Split((char[])['\n', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
