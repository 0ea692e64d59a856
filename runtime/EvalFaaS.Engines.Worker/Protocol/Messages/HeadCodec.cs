namespace EvalFaaS.Engines.Worker;

/// <summary>A request's head: seven texts, then its headers.</summary>
internal static class HeadCodec
{
    public static void Write(MessageWriter writer, RequestHead head, List<KeyValuePair<string, string>> scratch)
    {
        writer.Text(head.Method);
        writer.Text(head.Path);
        writer.Text(head.FunctionPath);
        writer.Text(head.Query);
        writer.Text(head.Protocol);
        writer.Text(head.Host);
        writer.Text(head.RemoteAddress);
        WriteHeaders(writer, head, scratch);
    }

    public static void WriteHeaders(MessageWriter writer, IReadOnlyCollection<KeyValuePair<string, string>> headers)
    {
        writer.Int32(headers.Count);
        foreach (var (name, value) in headers)
        {
            writer.Text(name);
            writer.Text(value);
        }
    }

    public static void ReadHeaders(ref MessageReader reader, ICollection<KeyValuePair<string, string>> into)
    {
        for (var count = reader.Count(); count > 0; count--) into.Add(new(reader.Text(), reader.Text()));
    }

    private static void WriteHeaders(MessageWriter writer, RequestHead head, List<KeyValuePair<string, string>> scratch)
    {
        scratch.Clear();
        head.CopyHeaders(scratch);
        WriteHeaders(writer, scratch);
        scratch.Clear();
    }
}
