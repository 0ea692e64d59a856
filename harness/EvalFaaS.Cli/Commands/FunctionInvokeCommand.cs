using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary><c>evalfaas function invoke</c>: calls a function as a client would, and writes its answer to stdout.</summary>
internal static class FunctionInvokeCommand
{
    public static Command Create()
    {
        var node = new NodeAccess();
        var data = new Option<string?>("--data", "-d") { Description = "The request's body; @FILE reads it from a file, @- from stdin.", HelpName = "TEXT" };
        var method = new Option<string?>("--method", "-X") { Description = "The method. Default: GET, or POST with a body." };
        var path = new Option<string>("--path") { Description = "Path and query below the function.", DefaultValueFactory = _ => "" };
        var headers = new Option<string[]>("--header", "-H") { Description = "A request header; may be given again.", HelpName = "NAME: VALUE" };
        var include = new Option<bool>("--include", "-i") { Description = "Print the answer's status and headers too." };
        var command = node.Command("invoke", "Call a function.", takesName: true, data, method, path, headers, include);
        command.SetAction(async (parsed, cancellation) =>
        {
            var name = node.Function(parsed);
            using var client = node.Client(parsed);
            var body = await BodyAsync(parsed.GetValue(data), cancellation);
            using var request = new HttpRequestMessage(Method(parsed.GetValue(method) ?? (body is null ? "GET" : "POST")), Address(name, parsed.GetValue(path)!));
            if (body is not null) request.Content = new ByteArrayContent(body);
            foreach (var header in parsed.GetValue(headers) ?? [])
            {
                var colon = header.IndexOf(':');
                if (colon <= 0) throw new UsageException($"--header takes NAME: VALUE, and '{header}' has no colon.");
                if (!request.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim()))
                    request.Content?.Headers.TryAddWithoutValidation(header[..colon], header[(colon + 1)..].Trim());
            }

            using var answer = await client.SendAsync(request, cancellation);
            if (parsed.GetValue(include))
            {
                Console.WriteLine($"HTTP/{answer.Version} {(int)answer.StatusCode} {answer.ReasonPhrase}");
                foreach (var (key, values) in answer.Headers.Concat(answer.Content.Headers)) Console.WriteLine($"{key}: {string.Join(", ", values)}");
                Console.WriteLine();
            }

            await using var stdout = Console.OpenStandardOutput();
            await answer.Content.CopyToAsync(stdout, cancellation);
            return ExitCode.Done;
        });
        return command;
    }

    private static HttpMethod Method(string name)
    {
        try
        {
            return new HttpMethod(name);
        }
        catch (FormatException)
        {
            throw new UsageException($"--method takes a method such as GET or PUT, and '{name}' is none.");
        }
    }

    private static string Address(FunctionName function, string path)
    {
        var prefix = function.Namespace == FunctionName.DefaultNamespace ? $"/fn/{function.Name}" : $"/ns/{function.Namespace}/fn/{function.Name}";
        return path.Length == 0 || path[0] is '/' or '?' ? prefix + path : $"{prefix}/{path}";
    }

    private static async Task<byte[]?> BodyAsync(string? data, CancellationToken cancellation)
    {
        if (data is null) return null;
        if (!data.StartsWith('@')) return System.Text.Encoding.UTF8.GetBytes(data);
        if (data != "@-") return await File.ReadAllBytesAsync(data[1..], cancellation);
        await using var stdin = Console.OpenStandardInput();
        using var memory = new MemoryStream();
        await stdin.CopyToAsync(memory, cancellation);
        return memory.ToArray();
    }
}
