using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api.Wire;
using Navo.Integrations.SharePoint.Internal;

namespace Navo.Integrations.SharePoint.Mapping;

/// <summary>Subscriptions to libraries.</summary>
internal static class SubscriptionMapping
{
    /// <summary>A subscription to a library that sends to an address; null for any other.</summary>
    public static LibrarySubscription? ToOwn(SubscriptionDto dto, string url) =>
        Uri.TryCreate(dto.NotificationUrl, UriKind.Absolute, out Uri? address) && address.AbsoluteUri == url && DriveResource.Parse(dto.Resource) is not null ? ToSubscription(dto, null) : null;

    /// <summary>A subscription. Of its library the answer itself knows best.</summary>
    public static LibrarySubscription ToSubscription(SubscriptionDto dto, string? driveId) => new(
        Required.Member(dto.Id, "id"),
        DriveResource.Parse(dto.Resource) ?? driveId ?? throw new ProtocolException("The subscription is not one to a library."),
        dto.ExpirationDateTime ?? throw new ProtocolException("The subscription's answer has no 'expirationDateTime'."));
}
