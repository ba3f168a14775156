namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>Who an operation is restricted to.</summary>
/// <param name="User">The users.</param>
/// <param name="Group">The groups.</param>
public sealed record RestrictionSubjectsDto(ListDto<UserDto>? User, ListDto<GroupDto>? Group);
