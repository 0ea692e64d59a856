using System.Text.Json.Nodes;

namespace EvalFaaS.Node.Configuration;

/// <summary>How a setting's value is written, read and bounded.</summary>
internal abstract class SettingType<T>
{
    /// <summary>What may be written, as a phrase for the documentation, for example <c>size, 64KiB to 4GiB</c>.</summary>
    public abstract string Description { get; }

    /// <summary>Reads what was written.</summary>
    /// <exception cref="FormatException">It cannot be read or is out of range; the message is a sentence that says how to mend it.</exception>
    public abstract T Parse(string text);

    /// <summary>Writes a value so that <see cref="Parse"/> reads it.</summary>
    public abstract string Format(T value);

    /// <summary>The JSON Schema of the value in the file.</summary>
    public abstract JsonObject Schema();
}
