using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Navo.Integrations.Architecture.Tests.Configuration;

/// <summary>The summaries that members carry, from the XML that the compiler writes beside each package.</summary>
internal static partial class DocumentationSummaries
{
    private static readonly ConcurrentDictionary<Assembly, Dictionary<string, XElement>> Files = new();

    public static string Of(MemberInfo member)
    {
        string id = $"{(member is FieldInfo ? 'F' : 'P')}:{member.DeclaringType!.FullName!.Replace('+', '.')}.{member.Name}";
        return Files.GetOrAdd(member.Module.Assembly, Read).TryGetValue(id, out XElement? summary)
            ? Spaces().Replace(string.Concat(summary.Nodes().Select(Text)), " ").Trim()
            : throw new InvalidOperationException($"{id} has no summary.");
    }

    private static Dictionary<string, XElement> Read(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, "xml")).Descendants("member")
            .Where(static member => member.Element("summary") is not null)
            .ToDictionary(static member => member.Attribute("name")!.Value, static member => member.Element("summary")!, StringComparer.Ordinal);

    private static string Text(XNode node) => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
        XElement { Name.LocalName: "see" } see => see.Attribute("cref") is { } cref ? $"`{NameOf(cref.Value)}`" : see.Attribute("href")!.Value,
        XElement other => other.Value,
        _ => string.Empty,
    };

    /// <summary>The name that a reader of the configuration knows: that of the member, and for a value of an enumeration no type before it.</summary>
    private static string NameOf(string cref) => cref.Split('(')[0].Split('.')[^1];

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();
}
