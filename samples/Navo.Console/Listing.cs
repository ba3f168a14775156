using System.Text.Json.Nodes;

namespace Navo.Console;

/// <summary>Rows under named columns: a table for people, an array of objects for machines.</summary>
internal sealed record Listing(string[] Columns, IReadOnlyList<string?[]> Rows)
{
    public JsonArray ToJson() => new([.. Rows.Select(row => new JsonObject(Columns.Zip(row, (column, cell) => KeyValuePair.Create<string, JsonNode?>(column.Replace(' ', '_'), cell))))]);

    public (JsonNode Json, Action<TextReport> Text) Both(string summary)
    {
        return (ToJson(), Write);

        void Write(TextReport report)
        {
            report.Listing(this);
            report.Line(summary);
        }
    }
}
