namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>The page, slide, sheet or cell of a passage: extraction writes them as headings.</summary>
internal static class PlaceFinder
{
    private static readonly string[] Places = ["page", "slide", "sheet", "seite", "folie", "cell"];
    private static readonly string[] Workbooks = [".xlsx", ".xls", ".xlsb", ".ods", ".xlsm"];

    public static string? Of(Passage passage)
    {
        string? named = passage.HeadingPath.LastOrDefault(IsPlace);
        bool isWorkbook = Workbooks.Any(e => passage.Metadata.Title.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        return named ?? (isWorkbook && passage.HeadingPath.Count > 0 ? passage.HeadingPath[^1] : null);
    }

    /// <summary>Such as <c>Slide 3</c> or <c>Slide 3: Results</c>.</summary>
    private static bool IsPlace(string heading) =>
        Places.Any(p => heading.Length > p.Length + 1 && heading.StartsWith(p, StringComparison.OrdinalIgnoreCase) && heading[p.Length] == ' ' && char.IsLetterOrDigit(heading[p.Length + 1]))
        && heading.Any(char.IsDigit);
}
