namespace Navo.Integrations.Confluence.Mapping;

/// <summary>What a link names.</summary>
internal enum LinkTargetKind
{
    Unrecognized = 0,
    Content,
    Title,
    Attachment,
    Person,
    External,
}
