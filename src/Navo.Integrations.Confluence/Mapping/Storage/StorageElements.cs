namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Hands each element to the code that renders it. What is not known keeps its text.</summary>
internal static class StorageElements
{
    public static void Render(StorageCursor at)
    {
        string name = at.Reader.Name;
        at.Tally.Element(at, name);
        if (StorageVocabulary.Find(name) is { } render)
        {
            render(at);
        }
        else if (name.StartsWith("ri:", StringComparison.Ordinal))
        {
            LinkElements.Resource(at);
        }
        else
        {
            Unknown(at, name);
        }
    }

    private static void Unknown(StorageCursor at, string name)
    {
        if (name.StartsWith("ac:", StringComparison.Ordinal))
        {
            at.Lose($"element:{MarkupName.Safe(name)}", "Its text is kept; what it does is not known.");
        }

        at.Children();
    }
}
