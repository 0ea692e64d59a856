using System.Globalization;
using System.Reflection;

namespace EvalFaaS.Policies;

/// <summary>One option of a policy.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Summary">What it does.</param>
/// <param name="Unit">What its number counts.</param>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest.</param>
/// <param name="Source">Where the default comes from.</param>
/// <param name="Default">The default.</param>
/// <param name="Property">Where the value stands in the record.</param>
public sealed record PolicyOption(string Name, string Summary, Unit Unit, double Min, double Max, string Source, object Default, PropertyInfo Property)
{
    /// <summary>The default as one would write it.</summary>
    public string DefaultText => Quantity.Write(Default, Unit);

    /// <summary>The range as text; for words, what may be written.</summary>
    public string RangeText =>
        Default is bool ? "true or false"
        : Default is string ? "text"
        : $"{Quantity.Write(Min, Unit)} to {Quantity.Write(Max, Unit)}";

    /// <summary>What is wrong with a value, or null.</summary>
    public string? WhyNot(object? value) => value switch
    {
        bool or string => null,
        IConvertible number when Convert.ToDouble(number, CultureInfo.InvariantCulture) is var x && x >= Min && x <= Max => null,
        _ => $"The option '{Name}' may be {RangeText}, and {Quantity.Write(value ?? "nothing", Unit)} is not.",
    };
}
