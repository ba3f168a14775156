using System.Text.Json.Serialization;
using Navo.Integrations.Confluence.Internal.Sync;

namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>All JSON of Confluence, source-generated: unknown members are ignored, numbers may come as strings.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(SearchResultsDto))]
[JsonSerializable(typeof(ContentDto))]
[JsonSerializable(typeof(PageDto))]
[JsonSerializable(typeof(SpaceDto))]
[JsonSerializable(typeof(UserDto))]
[JsonSerializable(typeof(RestrictionDto))]
[JsonSerializable(typeof(PermissionCheckRequestDto))]
[JsonSerializable(typeof(PermissionCheckDto))]
[JsonSerializable(typeof(ViewsDto))]
[JsonSerializable(typeof(ContentIdsDto))]
[JsonSerializable(typeof(ContentTypesDto))]
[JsonSerializable(typeof(AccountIdsDto))]
[JsonSerializable(typeof(ServerInformationDto))]
[JsonSerializable(typeof(TenantInfoDto))]
[JsonSerializable(typeof(IReadOnlyList<AccessibleResourceDto>))]
[JsonSerializable(typeof(VersionDto))]
[JsonSerializable(typeof(AttachmentDto))]
[JsonSerializable(typeof(SpaceRoleModeDto))]
[JsonSerializable(typeof(ListDto<CommentDto>))]
[JsonSerializable(typeof(ListDto<VersionDto>))]
[JsonSerializable(typeof(ListDto<SpaceRoleDto>))]
[JsonSerializable(typeof(ListDto<RoleAssignmentDto>))]
[JsonSerializable(typeof(ListDto<PermissionAssignmentDto>))]
[JsonSerializable(typeof(IReadOnlyList<SpacePermissionDto>))]
[JsonSerializable(typeof(ChangePosition))]
[JsonSerializable(typeof(ListDto<SyncHitDto>))]
[JsonSerializable(typeof(SearchHitsDto))]
[JsonSerializable(typeof(ListDto<PageDto>))]
[JsonSerializable(typeof(ListDto<SpaceDto>))]
[JsonSerializable(typeof(ListDto<NodeDto>))]
[JsonSerializable(typeof(ListDto<LabelDto>))]
[JsonSerializable(typeof(ListDto<AttachmentDto>))]
[JsonSerializable(typeof(ListDto<UserDto>))]
[JsonSerializable(typeof(ListDto<GroupDto>))]
[JsonSerializable(typeof(ListDto<ContentDto>))]
[JsonSerializable(typeof(WebhookDto))]
[JsonSerializable(typeof(ListDto<WebhookDto>))]
[JsonSerializable(typeof(WebhookInvocationDto))]
internal sealed partial class ConfluenceJson : JsonSerializerContext;
