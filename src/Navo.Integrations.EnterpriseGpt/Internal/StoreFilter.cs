using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api.Wire;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// The filters of a shared query as those of a vector store. What can't be said there is refused, never dropped; but for the kind of documents, which is what a file without a kind is,
/// and which <see cref="VectorStoreSearch"/> holds against what comes back.
/// </summary>
internal static class StoreFilter
{
    public static StoreFilterDto? Of(SearchQuery query)
    {
        if (query.Labels.Count > 0)
        {
            throw new InvalidQueryException("Files of vector stores have no labels that could be searched for.") { Remedy = "Leave Labels out for this integration." };
        }

        if (query.Libraries.Count > 0 || query.FileTypes.Count > 0)
        {
            throw new InvalidQueryException("Vector stores have no libraries and can't be searched by types of files; the filter was refused rather than dropped.")
            {
                Remedy = "Leave Libraries and FileTypes out for this integration.",
            };
        }

        List<StoreFilterDto> parts = [];
        Add(parts, StoreAttributes.KindKey, query.Kinds.Contains(ContentKind.Document) ? [] : query.Kinds.SelectMany(StoreAttributes.SpellingsOf)); // a document may say no kind at all
        Add(parts, StoreAttributes.AuthorKey, query.Authors.Select(author => author.ToString()));
        if (query.ModifiedSince is { } since)
        {
            parts.Add(new("gte") { Key = StoreAttributes.ModifiedKey, Value = JsonSerializer.SerializeToElement(Ceiling(since), FilterJson.Default.Int64) });
        }

        if (query.ModifiedBefore is { } before)
        {
            parts.Add(new("lt") { Key = StoreAttributes.ModifiedKey, Value = JsonSerializer.SerializeToElement(Ceiling(before), FilterJson.Default.Int64) });
        }

        return parts.Count switch
        {
            0 => null,
            1 => parts[0],
            _ => new("and") { Filters = parts },
        };
    }

    private static void Add(List<StoreFilterDto> parts, string key, IEnumerable<string> values)
    {
        StoreFilterDto[] each = [.. values.Select(value => new StoreFilterDto("eq") { Key = key, Value = JsonSerializer.SerializeToElement(value, FilterJson.Default.String) })];
        if (each.Length > 0)
        {
            parts.Add(each.Length == 1 ? each[0] : new("or") { Filters = each });
        }
    }

    /// <summary>Whole seconds, rounded up: the attribute has no finer ones.</summary>
    private static long Ceiling(DateTimeOffset time) => time.ToUnixTimeSeconds() + (time.Ticks % TimeSpan.TicksPerSecond == 0 ? 0 : 1);
}
