using System.Xml;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Gives every prefix a namespace: a body declares none, and one of an app or of pasted text must not make a page unreadable.</summary>
internal sealed class StorageNamespaces(XmlNameTable names) : XmlNamespaceManager(names)
{
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);

    public override string? LookupNamespace(string prefix) => base.LookupNamespace(prefix) ?? Made(prefix);

    // Asked for each element and attribute with a prefix.
    private string Made(string prefix)
    {
        if (!_made.TryGetValue(prefix, out string? made))
        {
            _made[prefix] = made = NameTable!.Add($"urn:confluence:{prefix}");
        }

        return made;
    }
}
