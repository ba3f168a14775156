namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Parts of Cloud's document format within a body: the content is rendered, the fallback only where there is none.</summary>
internal static class AdfElements
{
    public static void Extension(StorageCursor at)
    {
        bool shown = false;
        Within(at, ref shown);
        if (!shown)
        {
            at.Lose("element:ac:adf-extension", "It has neither content nor a fallback.");
        }
    }

    private static void Within(StorageCursor at, ref bool shown)
    {
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            switch (at.Reader.Name)
            {
                case "ac:adf-node":
                    Within(at, ref shown);
                    break;
                case "ac:adf-content":
                    shown = true;
                    BlockElements.Quote(at);
                    break;
                case "ac:adf-fallback" when !shown:
                    shown = true;
                    BlockElements.Block(at);
                    break;
                default:
                    // Attributes, and the fallback of what was shown already.
                    at.Skip(isText: false);
                    break;
            }
        }
    }
}
