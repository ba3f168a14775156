using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Mapping.Adf;

/// <summary>The marks of texts. Those of looks alone (colours, alignment, width) have no place in Markdown and are no loss of words.</summary>
internal static class AdfMarks
{
    /// <summary>The address to which a text links; null for none.</summary>
    public static string? LinkOf(AdfNode text)
    {
        foreach (AdfNode mark in text.Marks)
        {
            if (mark.Type == "link")
            {
                return mark["href"];
            }
        }

        return null;
    }

    /// <summary>Writes a text within its marks; the link around it is the caller's.</summary>
    public static void Text(AdfRewriter to, AdfNode text)
    {
        int outer = to.Storage.Depth;
        bool isCode = false;
        foreach (AdfNode mark in text.Marks)
        {
            isCode |= mark.Type == "code";
            if (ElementOf(to, mark) is { } element)
            {
                to.Storage.Open(element);
            }
        }

        if (isCode)
        {
            to.Storage.Open("code");
        }

        to.Storage.Text(text.Text);
        Close(to.Storage, outer);
    }

    private static void Close(StorageBuilder storage, int depth)
    {
        while (storage.Depth > depth)
        {
            storage.Close();
        }
    }

    private static string? ElementOf(AdfRewriter to, AdfNode mark)
    {
        switch (mark.Type)
        {
            case "strong":
                return "strong";
            case "em":
                return "em";
            case "strike":
                return "del";
            case "underline":
                return "u";
            case "subsup":
                return mark["type"] == "sup" ? "sup" : "sub";
            case "code" or "link" or "textColor" or "backgroundColor" or "annotation" or "alignment" or "indentation" or "border" or "breakout" or "fragment" or "dataConsumer" or "fontSize":
                return null;
            default:
                to.Lose($"mark:adf:{mark.Type}", "The text is kept without this mark.");
                return null;
        }
    }
}
