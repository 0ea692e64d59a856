namespace EvalFaaS.Engines;

/// <summary>
/// What WASI keeps of one invocation: arguments, environment, descriptors. Made when a guest first needs it, emptied when the invocation ends:
/// descriptors do not outlive it, also where the instance does.
/// </summary>
internal sealed class WasiContext
{
    private readonly GuestState _state;
    private readonly InputStream _input;
    private readonly OutputStream _output;
    private readonly LogStream _error;
    private StringBlock _arguments;
    private StringBlock _variables;
    private ScratchDirectory? _scratch;
    private bool _ready;
    private bool _command;

    public WasiContext(GuestState state)
    {
        _state = state;
        _input = new InputStream(state);
        _output = new OutputStream(state);
        _error = new LogStream(state);
    }

    /// <summary>The guest's descriptors.</summary>
    public FdTable Descriptors { get; } = new();

    /// <summary>What the kernel offers for confining paths, or why directories cannot be used here.</summary>
    public string? PathsUnavailable { get; init; } = OpenAt2.WhyUnavailable;

    /// <summary>Argument 0 and those after it.</summary>
    public ref readonly StringBlock Arguments
    {
        get
        {
            if (_arguments.IsEmpty) FillArguments();
            return ref _arguments;
        }
    }

    /// <summary>The environment, for a command with its CGI variables.</summary>
    public ref readonly StringBlock Variables
    {
        get
        {
            if (_variables.IsEmpty) FillVariables();
            return ref _variables;
        }
    }

    /// <summary>The program's standard streams are the bodies, and the request is in the environment. Before any other use in an invocation.</summary>
    public void BeginCommand()
    {
        _command = true;
        _input.Begin(_state.Context.RequestBody);
        _output.Begin(command: true);
    }

    /// <summary>Opens what every guest finds open.</summary>
    public WasiContext Ready()
    {
        if (_ready) return this;
        _ready = true;
        _input.Begin(null);
        _output.Begin(command: false);
        _error.Begin();
        Descriptors.Open(_input);
        Descriptors.Open(_output);
        Descriptors.Open(_error);
        var environment = _state.Context.Environment;
        foreach (var grant in environment.Directories) Descriptors.Open(new HostDirectory(new GrantedDirectory(_state, grant)));
        if (environment.Scratch) Descriptors.Open(new HostDirectory(_scratch = new ScratchDirectory(_state)));
        return this;
    }

    /// <summary>Closes everything.</summary>
    public void End()
    {
        if (!_ready) return;
        Descriptors.CloseAll();
        _scratch?.Remove();
        _scratch = null;
        _input.End();
        _arguments.Clear();
        _variables.Clear();
        _ready = _command = false;
    }

    private void FillArguments()
    {
        var environment = _state.Context.Environment;
        _arguments.Add(environment.Name);
        foreach (var argument in environment.Arguments) _arguments.Add(argument);
    }

    private void FillVariables()
    {
        var context = _state.Context;
        var isCgi = _command && context.Request is not null;
        if (isCgi) CgiEnvironment.AddTo(ref _variables, context);
        foreach (var (name, value) in context.Environment.Variables)
            if (!isCgi || !CgiEnvironment.IsReserved(name)) _variables.Add(name, value);
        _variables.Seal();
    }
}
