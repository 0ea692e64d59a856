using System.CommandLine;
using EvalFaaS.Cli.Terminal;
using EvalFaaS.Harness.NodeApi;
using EvalFaaS.Model;

namespace EvalFaaS.Cli.Commands;

/// <summary>What commands that talk to a node have in common: where it is, its token, and a function's name.</summary>
internal sealed class NodeAccess
{
    private readonly Option<Uri> _node = CommonOptions.Node();
    private readonly Option<string?> _token = CommonOptions.Token();
    private readonly Argument<string> _name = new("name") { Description = "NAME or NAMESPACE/NAME." };

    /// <summary>A command with these options, and a function's name where it takes one.</summary>
    public Command Command(string name, string description, bool takesName, params Symbol[] others)
    {
        var command = new Command(name, description);
        if (takesName) command.Arguments.Add(_name);
        command.Options.Add(_node);
        command.Options.Add(_token);
        foreach (var other in others)
        {
            if (other is Option option) command.Options.Add(option);
            else command.Arguments.Add((Argument)other);
        }

        return command;
    }

    /// <summary>A client of the node named. It waits as long as the function may take, or until Ctrl-C.</summary>
    public NodeClient Client(ParseResult parsed) => new(parsed.GetValue(_node)!, parsed.GetValue(_token), Timeout.InfiniteTimeSpan);

    /// <summary>The node's address.</summary>
    public string Address(ParseResult parsed) => parsed.GetValue(_node)!.ToString();

    /// <summary>The name as it was written.</summary>
    public string Name(ParseResult parsed) => parsed.GetValue(_name)!;

    /// <summary>The function named.</summary>
    public FunctionName Function(ParseResult parsed) => FunctionName.TryParse(parsed.GetValue(_name), out var name)
        ? name
        : throw new UsageException($"'{parsed.GetValue(_name)}' is no function name: write NAME or NAMESPACE/NAME, each 1 to 63 of a-z, 0-9 and '-'.");
}
