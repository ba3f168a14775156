using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Mapping;

/// <summary>Versions of both editions.</summary>
internal static class VersionMapping
{
    public static ContentVersion FromCloud(VersionDto version, IReadOnlyDictionary<string, string> names) => Common(version) with
    {
        Created = version.CreatedAt,
        Author = PersonMapping.FromAccount(version.AuthorId, names),
    };

    public static ContentVersion FromDataCenter(VersionDto version) => Common(version) with
    {
        Created = version.When,
        Author = PersonMapping.FromUser(version.By),
    };

    private static ContentVersion Common(VersionDto version) => new()
    {
        Number = Required.Member(version.Number, "version.number"),
        Message = string.IsNullOrEmpty(version.Message) ? null : version.Message,
        IsMinorEdit = version.MinorEdit == true,
    };
}
