using System.Xml.Linq;

namespace EvalFaaS.Harness.Exports;

/// <summary>Pieces that every element of a test plan is made of.</summary>
internal static class JMeterXml
{
    public static IEnumerable<XAttribute> Head(string gui, string test, string name) =>
        [new("guiclass", gui), new("testclass", test), new("testname", name), new("enabled", "true")];

    public static XElement Text(string name, string value) => new("stringProp", new XAttribute("name", name), value);

    public static XElement Truth(string name, bool value) => new("boolProp", new XAttribute("name", name), value);

    public static XElement Whole(string name, int value) => new("intProp", new XAttribute("name", name), value);

    public static XElement Arguments(string name, params IReadOnlyList<XElement> arguments) =>
        new("elementProp", new XAttribute("name", name), new XAttribute("elementType", "Arguments"), Head("HTTPArgumentsPanel", "Arguments", "arguments"),
            new XElement("collectionProp", new XAttribute("name", "Arguments.arguments"), arguments));

    /// <summary>An element that runs Groovy.</summary>
    public static XElement Script(string kind, string name, string script) => new(kind, Head("TestBeanGUI", kind, name),
        Text("scriptLanguage", "groovy"), Text("parameters", ""), Text("filename", ""), Text("cacheKey", "true"), Text("script", script));
}
