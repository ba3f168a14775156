namespace Navo.Integrations.Confluence.Mapping.Storage;

/// <summary>Reads a macro and hands it to its renderer.</summary>
internal static class MacroElements
{
    public static void Macro(StorageCursor at)
    {
        var call = new MacroCall(at.Attribute("ac:name") ?? string.Empty);
        bool rendered = false;
        int depth = at.Reader.Depth;
        while (at.NextChild(depth))
        {
            switch (at.Reader.Name)
            {
                case "ac:parameter" or "ac:default-parameter":
                    call.ReadParameter(at);
                    break;
                case "ac:rich-text-body" or "ac:plain-text-body" or "ac:body" when !rendered:
                    at.Tally.Element(at, at.Reader.Name);
                    call.Body = at.Reader.Name == "ac:plain-text-body" ? MacroBody.Plain : MacroBody.Rich;
                    Render(at, call);
                    rendered = true;
                    break;
                default:
                    StorageElements.Render(at);
                    break;
            }
        }

        if (!rendered)
        {
            Render(at, call);
        }
    }

    private static void Render(StorageCursor at, MacroCall call)
    {
        if (MacroVocabulary.Find(call.Name) is { } known)
        {
            known.Render(at, call);
        }
        else
        {
            MacroRendering.Placeholder(at, call, $"Macro: {call.Name}", call["title"]);
        }
    }
}
