using System.Collections.Frozen;

namespace Navo.Integrations.Testing.Confluence.Cql;

/// <summary>Which fields there are and which operators each takes.</summary>
internal static class CqlGrammar
{
    private static readonly FrozenSet<string> Equality = Set("=", "!=", "in", "not in");
    private static readonly FrozenSet<string> Search = Set("~", "!~");
    private static readonly FrozenSet<string> Both = Set("=", "!=", "in", "not in", "~", "!~");
    private static readonly FrozenSet<string> Comparing = Set("=", "!=", ">", ">=", "<", "<=");

    private static readonly FrozenDictionary<string, FrozenSet<string>> Fields =
        new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
        {
            ["text"] = Search,
            ["sitesearch"] = Search,
            ["title"] = Both,
            ["type"] = Equality,
            ["space"] = Equality,
            ["space.key"] = Equality,
            ["label"] = Equality,
            ["creator"] = Equality,
            ["contributor"] = Equality,
            ["lastmodified"] = Comparing,
            ["created"] = Comparing,
            ["id"] = Equality,
            ["content"] = Equality,
            ["ancestor"] = Equality,
            ["parent"] = Equality,
            ["macro"] = Equality,
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Sortable = Set("lastmodified", "created", "title", "id", "space", "type");
    private static readonly FrozenSet<string> Reserved =
        new[] { "and", "or", "not", "in", "order", "by", "asc", "desc", "is", "null", "after", "before", "empty" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool IsReserved(string word) => Reserved.Contains(word);

    public static void Check(string field, string op)
    {
        if (!Fields.TryGetValue(field, out var operators))
        {
            throw new CqlSyntaxException($"No field exists with name '{field}'");
        }

        if (!operators.Contains(op))
        {
            throw new CqlSyntaxException($"The operator '{op}' is not supported for the field '{field}'");
        }
    }

    public static string CheckSort(string field) => Sortable.Contains(field)
        ? field
        : throw new CqlSyntaxException($"Results cannot be ordered by the field '{field}'");

    private static FrozenSet<string> Set(params string[] values) => values.ToFrozenSet(StringComparer.Ordinal);
}
