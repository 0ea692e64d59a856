using EvalFaaS.Model;

namespace EvalFaaS.Policies;

/// <summary>A policy as a person asks for it: <c>NAME</c> or <c>NAME:option=value,option=value</c>, checked against the catalogue.</summary>
public sealed class PolicySpec
{
    private readonly object? _options;

    private PolicySpec(PolicyEntry entry, object? options, string text) => (Entry, _options, Text) = (entry, options, text);

    /// <summary>The policy.</summary>
    public PolicyEntry Entry { get; }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Reads and checks it.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="kind">The kind that is wanted.</param>
    /// <exception cref="PolicyException">There is no such policy or option, or a value is out of its range.</exception>
    public static PolicySpec Parse(string text, PolicyKind kind)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var name = (colon < 0 ? text : text[..colon]).Trim();
        var entry = PolicyCatalogue.Find(name, kind);
        var options = entry.OptionsType is { } type ? Activator.CreateInstance(type) : null;
        foreach (var part in colon < 0 ? [] : Parts(text[(colon + 1)..])) Set(entry, options, part);
        return new PolicySpec(entry, options, text);
    }

    /// <summary>Makes a policy of it; each call a new one, with nothing learnt.</summary>
    /// <typeparam name="T">The interface of its kind.</typeparam>
    /// <exception cref="PolicyException">It needs a forecast and there is none, or options do not go together.</exception>
    public T Make<T>(PolicySurroundings? surroundings = null) where T : class => (T)Entry.Make(_options, surroundings ?? new PolicySurroundings());

    // A comma without a further name= belongs to the value, as in a cron expression.
    private static List<string> Parts(string text)
    {
        var parts = new List<string>();
        foreach (var piece in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (parts.Count > 0 && !piece.Contains('=', StringComparison.Ordinal)) parts[^1] += "," + piece;
            else if (piece.Length > 0) parts.Add(piece);
        }

        return parts;
    }

    private static void Set(PolicyEntry entry, object? options, string part)
    {
        var names = entry.Options.Select(o => o.Name).ToArray();
        if (names.Length == 0) throw new PolicyException($"The policy '{entry.Name}' has no options, and '{part}' was given.");
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) throw new PolicyException($"An option of '{entry.Name}' is written option=value, and '{part}' is not; it has {string.Join(", ", names)}.");
        var (name, value) = (part[..equals].Trim(), part[(equals + 1)..].Trim());
        var option = entry.Options.FirstOrDefault(o => o.Name == name)
            ?? throw new PolicyException($"The policy '{entry.Name}' has no option '{name}'.{NearestName.Suggestion(name, names)} It has {string.Join(", ", names)}.");
        var read = Quantity.Read(value, option.Property.PropertyType, option.Unit)
            ?? throw new PolicyException($"The option '{name}' of '{entry.Name}' may be {option.RangeText}, and '{value}' is not readable as that.");
        if (option.WhyNot(read) is { } why) throw new PolicyException($"{entry.Name}: {why}");
        option.Property.SetValue(options, read);
    }
}
