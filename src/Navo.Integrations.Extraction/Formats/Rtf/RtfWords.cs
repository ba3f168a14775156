namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>The control words that lead somewhere else or stand for a character.</summary>
internal static class RtfWords
{
    /// <summary>Where a group with this word puts its text; null where the word is none of these.</summary>
    public static RtfDestination? Destination(string word) => word switch
    {
        "fonttbl" => RtfDestination.Fonts,
        "fldinst" => RtfDestination.FieldInstruction,
        "fldrslt" => RtfDestination.FieldResult,
        "listtext" or "pntext" => RtfDestination.ListText,
        "footnote" => RtfDestination.Footnote,
        "annotation" => RtfDestination.Comment,
        "info" => RtfDestination.Information,
        "title" => RtfDestination.Title,
        "author" => RtfDestination.Author,
        "colortbl" or "stylesheet" or "listtable" or "listoverridetable" or "pict" or "object" or "objdata" or "nonshppict" or "generator" or "header" or "headerl" or "headerr" or "headerf"
            or "footer" or "footerl" or "footerr" or "footerf" or "themedata" or "datastore" or "xmlnstbl" or "rsidtbl" or "filetbl" or "revtbl" or "atnid" or "atnauthor" or "atnref" or "atndate"
            or "bkmkstart" or "bkmkend" or "pgdsctbl" or "template" => RtfDestination.Nowhere,
        _ => null,
    };

    /// <summary>The text that a word or symbol stands for; null where it stands for none.</summary>
    public static string? Character(string word) => word switch
    {
        "tab" => "\t",
        "line" or "lbr" => "\n",
        "emdash" => "\u2014",
        "endash" => "\u2013",
        "lquote" => "\u2018",
        "rquote" => "\u2019",
        "ldblquote" => "\u201C",
        "rdblquote" => "\u201D",
        "bullet" => "\u2022",
        "emspace" or "enspace" or "qmspace" or "~" => " ",
        "_" => "-",
        "{" or "}" or "\\" => word,
        _ => null,
    };
}
