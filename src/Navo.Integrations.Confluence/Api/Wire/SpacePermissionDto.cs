namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>One permission of a space of Data Center.</summary>
/// <param name="Operation">What it allows.</param>
/// <param name="Subject">Whom.</param>
public sealed record SpacePermissionDto(OperationDto? Operation, SpaceSubjectDto? Subject);
