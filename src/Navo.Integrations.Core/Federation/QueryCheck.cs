using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>Whether the lists of a query are whole. Left alone, a null would fail somewhere within and name nothing that the caller knows.</summary>
internal static class QueryCheck
{
    /// <exception cref="InvalidQueryException">A list is null, or holds a null or an empty name or id.</exception>
    public static void Require(FederatedQuery query)
    {
        Require(query.Sources, static source => source != default, nameof(query.Sources));
        Require(query.Scopes, static scope => scope is not null, nameof(query.Scopes));
        Require(query.Kinds, static _ => true, nameof(query.Kinds));
        Require(query.FileTypes, static type => type is not null, nameof(query.FileTypes));
        Require(query.Authors, static author => author != default, nameof(query.Authors));
        Require(query.Labels, static label => label is not null, nameof(query.Labels));
    }

    private static void Require<T>(IReadOnlyList<T>? list, Func<T, bool> isWhole, string name)
    {
        if (list is null || !list.All(isWhole))
        {
            throw new InvalidQueryException($"{name} of the query is null, or holds a null.") { Remedy = $"Leave {name} out, or give a list without nulls." };
        }
    }
}
