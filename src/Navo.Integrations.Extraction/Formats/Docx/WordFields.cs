using System.Xml;

namespace Navo.Integrations.Extraction.Formats.Docx;

/// <summary>The fields that are open. Their instructions are no text; the result of a link is its text.</summary>
internal sealed class WordFields(WordText text)
{
    private readonly Stack<WordField> _open = [];

    /// <summary>Takes the beginning of a simple field, or a mark of one that is written in parts.</summary>
    public void Element(XmlReader reader)
    {
        if (reader.LocalName == "fldSimple")
        {
            WordField simple = new();
            simple.Append(Word.Attribute(reader, "instr") ?? string.Empty);
            if (!reader.IsEmptyElement)
            {
                _open.Push(simple);
                BeginResult(simple);
            }

            return;
        }

        switch (Word.Attribute(reader, "fldCharType"))
        {
            case "begin":
                _open.Push(new WordField());
                break;
            case "separate" when _open.TryPeek(out WordField? field):
                BeginResult(field);
                break;
            case "end":
                End();
                break;
        }
    }

    /// <summary>Takes a part of an instruction.</summary>
    public void Instruction(string part)
    {
        if (_open.TryPeek(out WordField? field))
        {
            field.Append(part);
        }
    }

    /// <summary>Ends the field that began last.</summary>
    public void End()
    {
        if (_open.TryPop(out WordField? ended) && ended.Address is not null)
        {
            text.EndLink();
        }
    }

    private void BeginResult(WordField field)
    {
        if (field.Address is { } address)
        {
            text.BeginLink(address);
        }
    }
}
