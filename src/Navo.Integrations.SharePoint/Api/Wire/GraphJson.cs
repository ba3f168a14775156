using System.Text.Json.Serialization;

namespace Navo.Integrations.SharePoint.Api.Wire;

/// <summary>All JSON of Graph that the hot paths need, source-generated: unknown members are ignored.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DriveItemDto))]
[JsonSerializable(typeof(ItemPageDto))]
[JsonSerializable(typeof(GraphListDto<DriveItemDto>))]
[JsonSerializable(typeof(GraphListDto<PermissionDto>))]
[JsonSerializable(typeof(GraphListDto<SiteDto>))]
[JsonSerializable(typeof(SiteDto))]
[JsonSerializable(typeof(DriveDto))]
[JsonSerializable(typeof(GraphListDto<DriveDto>))]
[JsonSerializable(typeof(GraphListDto<ListDto>))]
[JsonSerializable(typeof(ListDto))]
[JsonSerializable(typeof(ListItemDto))]
[JsonSerializable(typeof(GraphListDto<ListItemDto>))]
[JsonSerializable(typeof(GraphListDto<ColumnDto>))]
[JsonSerializable(typeof(VersionDto))]
[JsonSerializable(typeof(GraphListDto<VersionDto>))]
[JsonSerializable(typeof(ActivityStatDto))]
[JsonSerializable(typeof(GraphListDto<ActivityStatDto>))]
[JsonSerializable(typeof(UserDto))]
[JsonSerializable(typeof(GraphListDto<UserDto>))]
[JsonSerializable(typeof(DirectoryObjectDto))]
[JsonSerializable(typeof(GraphListDto<DirectoryObjectDto>))]
[JsonSerializable(typeof(GroupIdsDto))]
[JsonSerializable(typeof(GraphListDto<string>))]
[JsonSerializable(typeof(TeamDto))]
[JsonSerializable(typeof(GraphListDto<TeamDto>))]
[JsonSerializable(typeof(GraphListDto<ChannelDto>))]
[JsonSerializable(typeof(GraphListDto<ConversationMemberDto>))]
[JsonSerializable(typeof(SitePageDto))]
[JsonSerializable(typeof(GraphListDto<SitePageDto>))]
[JsonSerializable(typeof(SearchRequestsDto))]
[JsonSerializable(typeof(SearchResponsesDto))]
[JsonSerializable(typeof(BatchRequestDto))]
[JsonSerializable(typeof(BatchResponseDto))]
[JsonSerializable(typeof(SubscriptionDto))]
[JsonSerializable(typeof(GraphListDto<SubscriptionDto>))]
[JsonSerializable(typeof(GraphListDto<NotificationDto?>))]
internal sealed partial class GraphJson : JsonSerializerContext;
