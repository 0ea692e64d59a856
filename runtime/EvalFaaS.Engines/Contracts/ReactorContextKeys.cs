using System.Text;

namespace EvalFaaS.Engines;

/// <summary>What <c>evalfaas.context_get</c> can tell.</summary>
internal static class ReactorContextKeys
{
    /// <summary>Writes the key's value as UTF-8 where it fits.</summary>
    /// <returns>The value's whole length, -1 where there is none.</returns>
    public static int Get(InvocationContext context, ReadOnlySpan<byte> key, Span<byte> into)
    {
        if (Value(context, key) is not { } value) return -1;
        var length = Encoding.UTF8.GetByteCount(value);
        if (length <= into.Length) Encoding.UTF8.GetBytes(value, into);
        return length;
    }

    private static string? Value(InvocationContext context, ReadOnlySpan<byte> key)
    {
        if (key.SequenceEqual("method"u8)) return context.Request?.Method;
        if (key.SequenceEqual("path"u8)) return context.Request?.Path;
        if (key.SequenceEqual("query"u8)) return context.Request?.Query;
        if (key.SequenceEqual("function"u8)) return context.Environment.Name;
        if (key.SequenceEqual("invocation"u8)) return context.InvocationId;
        if (key.StartsWith("header:"u8)) return context.Request?.Header(Encoding.UTF8.GetString(key["header:"u8.Length..]));
        return key.StartsWith("env:"u8) ? Variable(context, Encoding.UTF8.GetString(key["env:"u8.Length..])) : null;
    }

    private static string? Variable(InvocationContext context, string name)
    {
        foreach (var variable in context.Environment.Variables)
            if (variable.Key == name) return variable.Value;
        return null;
    }
}
