using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;

namespace Navo.Integrations.Core.Access;

/// <summary>The filters of a shared query as arguments of a <see cref="GatedSearch"/>, and so as parts of its cache key.</summary>
public static class SearchFilterKeys
{
    /// <summary>The filters, each in a place of its own.</summary>
    /// <param name="query">The query.</param>
    /// <returns>The parts; none for a plain query, which is most of them.</returns>
    public static string?[] Of(SearchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        bool isPlain = query is { Containers.Count: 0, Libraries.Count: 0, FileTypes.Count: 0, Kinds.Count: 0, Labels.Count: 0, Authors.Count: 0, ModifiedSince: null, ModifiedBefore: null };
        return isPlain
            ? []
            :
            [
                KeyParts.Many(query.Containers),
                KeyParts.Many(query.Libraries),
                KeyParts.Many(query.FileTypes),
                KeyParts.Many(query.Kinds),
                KeyParts.Many(query.Labels),
                KeyParts.Many(query.Authors),
                query.ModifiedSince?.UtcTicks.ToString(CultureInfo.InvariantCulture),
                query.ModifiedBefore?.UtcTicks.ToString(CultureInfo.InvariantCulture),
            ];
    }
}
