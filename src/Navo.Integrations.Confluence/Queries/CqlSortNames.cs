using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <summary>Sorting as the language writes it.</summary>
internal static class CqlSortNames
{
    public static string Of(CqlSortField field, CqlSortDirection direction) => (Of(field), direction) switch
    {
        (var name, CqlSortDirection.Ascending) => $"{name} asc",
        (var name, CqlSortDirection.Descending) => $"{name} desc",
        _ => throw new InvalidQueryException($"There is no direction of sorting with the number {(int)direction}."),
    };

    private static string Of(CqlSortField field) => field switch
    {
        CqlSortField.LastModified => "lastmodified",
        CqlSortField.Created => "created",
        CqlSortField.Title => "title",
        _ => throw new InvalidQueryException($"There is no field of sorting with the number {(int)field}."),
    };
}
