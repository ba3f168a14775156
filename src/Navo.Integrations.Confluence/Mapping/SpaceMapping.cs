using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

internal static class SpaceMapping
{
    public static ConfluenceSpace ToSpace(SpaceDto space) => new()
    {
        Key = Required.Member(space.Key, "results[].key"),
        Id = space.Id,
        Name = space.Name ?? space.Key!,
        Type = space.Type,
        IsArchived = string.Equals(space.Status, "archived", StringComparison.OrdinalIgnoreCase),
    };

    public static ContainerRef ToContainer(SpaceDto space) => new(Required.Member(space.Key, "key"), space.Name, space.Id);
}
