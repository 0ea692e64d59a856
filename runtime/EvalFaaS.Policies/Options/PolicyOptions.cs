using System.Collections.Concurrent;
using System.Reflection;

namespace EvalFaaS.Policies;

/// <summary>Reads what the attributes say of an options record.</summary>
public static class PolicyOptions
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<PolicyOption>> Known = new();

    /// <summary>The options of a record, in the order in which they are written there; inherited ones last.</summary>
    public static IReadOnlyList<PolicyOption> Of(Type record) => Known.GetOrAdd(record, Read);

    /// <summary>The same options, once each of them has been found within its range.</summary>
    /// <exception cref="PolicyException">One is not; the message says which, and what it may be.</exception>
    public static T Checked<T>(T options) where T : class
    {
        foreach (var option in Of(typeof(T)))
            if (option.WhyNot(option.Property.GetValue(options)) is { } why) throw new PolicyException(why);
        return options;
    }

    private static PolicyOption[] Read(Type record)
    {
        var defaults = Activator.CreateInstance(record)!;
        return [.. record.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(p => (Property: p, About: p.GetCustomAttribute<PolicyOptionAttribute>()))
            .Where(x => x.About is not null)
            .OrderBy(x => x.Property.DeclaringType == record ? 0 : 1)
            .Select(x => new PolicyOption(x.About!.Name, x.About.Summary, x.About.Unit, x.About.Min, x.About.Max, x.About.Source, x.Property.GetValue(defaults)!, x.Property))];
    }
}
