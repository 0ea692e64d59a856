namespace EvalFaaS.Node.Configuration;

/// <summary>A value that a source gives a setting.</summary>
/// <param name="Key">The setting's key as written.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Where">Where it is written.</param>
internal sealed record SettingValue(string Key, string Text, string Where);
