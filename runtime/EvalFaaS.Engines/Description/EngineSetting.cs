namespace EvalFaaS.Engines;

/// <summary>One row of the table of protections and settings.</summary>
/// <param name="Name">One of <see cref="EngineSettingNames"/> or a name of the engine's own.</param>
/// <param name="Value">As the running engine has it, <c>unknown</c> where it cannot be read.</param>
/// <param name="Source">Where the value was read: <c>set</c> (we set it), <c>read</c> (the engine told), <c>default</c> (the engine's documented default).</param>
public sealed record EngineSetting(string Name, string Value, string Source);
