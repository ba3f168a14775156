using System.Globalization;
using System.Text;
using System.Xml;
using Navo.Integrations.Extraction.Internal;

namespace Navo.Integrations.Extraction.Formats.Office;

/// <summary>Writes a chart: its title, and its values as they were when the file was saved.</summary>
internal static class OfficeChart
{
    private const int MaxPoints = 10_000;

    /// <summary>Reads the part; its stream is closed.</summary>
    public static void Write(Stream part, DocumentWriter output)
    {
        using XmlReader reader = SafeXml.Read(part);
        StringBuilder title = new();
        List<Series> all = [];
        Series? series = null;
        string role = string.Empty;
        int index = -1;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when reader.LocalName == "ser":
                    all.Add(series = new Series());
                    break;
                case XmlNodeType.Element when reader.LocalName is "title" or "tx" or "cat" or "val" or "xVal" or "yVal":
                    role = reader.LocalName;
                    break;
                case XmlNodeType.Element when reader.LocalName == "pt":
                    index = int.TryParse(reader.GetAttribute("idx"), NumberStyles.None, CultureInfo.InvariantCulture, out int i) && i < MaxPoints ? i : -1;
                    break;
                case XmlNodeType.EndElement when reader.LocalName is "ser":
                    series = null;
                    break;
                case XmlNodeType.Text when role is "title" || (role == "tx" && series is null):
                    title.Append(reader.Value);
                    break;
                case XmlNodeType.Text when series is not null && index >= 0:
                    series.Take(role, index, reader.Value);
                    break;
            }
        }

        Write(title.ToString(), all, output);
    }

    private static void Write(string title, List<Series> all, DocumentWriter output)
    {
        output.Figure(title.Length > 0 ? title : "Chart");
        int points = all.Count == 0 ? 0 : all.Max(series => series.Points);
        if (points == 0)
        {
            return;
        }

        List<IReadOnlyList<string>> rows = [[string.Empty, .. all.Select(series => series.Name)]];
        for (int point = 0; point < points; point++)
        {
            rows.Add([all[0].Category(point), .. all.Select(series => series.Value(point))]);
        }

        output.Table(rows);
    }

    private sealed class Series
    {
        private readonly SortedDictionary<int, string> _categories = [];
        private readonly SortedDictionary<int, string> _values = [];

        public string Name { get; private set; } = string.Empty;

        public int Points => Math.Max(Last(_categories), Last(_values)) + 1;

        public string Category(int point) => _categories.GetValueOrDefault(point, string.Empty);

        public string Value(int point) => _values.GetValueOrDefault(point, string.Empty);

        public void Take(string role, int point, string text)
        {
            switch (role)
            {
                case "tx":
                    Name = text;
                    break;
                case "cat" or "xVal":
                    _categories[point] = text;
                    break;
                default:
                    _values[point] = text;
                    break;
            }
        }

        private static int Last(SortedDictionary<int, string> points) => points.Count == 0 ? -1 : points.Keys.Last();
    }
}
