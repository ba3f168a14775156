namespace Navo.Integrations.Extraction.Formats.Rtf;

/// <summary>Collects the rows of a table; RTF has rows only, and a table is rows that follow each other.</summary>
internal sealed class RtfTable(DocumentWriter output)
{
    private readonly List<string> _cells = [];
    private readonly List<IReadOnlyList<string>> _rows = [];

    public void Cell(string text) => _cells.Add(text);

    public void EndRow()
    {
        if (_cells.Count > 0)
        {
            _rows.Add([.. _cells]);
            _cells.Clear();
        }
    }

    public void Write()
    {
        if (_rows.Count > 0)
        {
            output.Table([.. _rows], hasHeader: false);
            _rows.Clear();
        }
    }
}
