using System.Xml;

namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Gives every prefix a namespace: a body declares none, and one of an app or of pasted text must not make a page unreadable.</summary>
internal sealed class StorageNamespaces(XmlNameTable names) : XmlNamespaceManager(names)
{
    public override string? LookupNamespace(string prefix) =>
        base.LookupNamespace(prefix) ?? NameTable!.Add($"urn:confluence:{prefix}");
}
