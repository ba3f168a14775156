using Navo.Integrations.Abstractions;

namespace Navo.Integrations.SharePoint.Tests.Adversary;

/// <summary>Whatever is odd about who may read an item never lets a reader in.</summary>
public sealed class PermissionLeakTests
{
    private const string Me = $$$"""{"user":{"id":"{{{DecentTenant.User}}}"}}""";
    private const string Group = "66666666-6666-6666-6666-666666666666";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, PermissionOutcome> Permissions => new()
    {
        { $$$"""{"roles":["read"],"grantedToV2":{{{Me}}}}""", PermissionOutcome.Allow }, // what the rest differs from
        { $$$"""{"roles":["read"],"link":{"scope":"users","type":"view"},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Allow },
        { "", PermissionOutcome.Deny },
        { $$$"""{"roles":[],"grantedToV2":{{{Me}}}}""", PermissionOutcome.Unknown },
        { $$$"""{"grantedToV2":{{{Me}}}}""", PermissionOutcome.Unknown },
        { $$$"""{"roles":["reader"],"grantedToV2":{{{Me}}}}""", PermissionOutcome.Unknown },
        { $$$"""{"roles":["sp.none"],"grantedToV2":{{{Me}}}}""", PermissionOutcome.Deny },
        { """{"roles":["read"]}""", PermissionOutcome.Unknown },
        { """{"roles":["read"],"grantedToV2":{"device":{"id":"1"}}}""", PermissionOutcome.Unknown },
        { """{"roles":["read"],"grantedToV2":{"user":{"displayName":"Ada"}}}""", PermissionOutcome.Unknown },
        { $$$"""{"roles":["read"],"grantedToV2":{{{Me}}},"expirationDateTime":"2026-11-23T08:00:00Z"}""", PermissionOutcome.Deny },
        { $$$"""{"roles":["read"],"grantedToV2":{{{Me}}},"expirationDateTime":"soon"}""", PermissionOutcome.Unknown },
        { """{"roles":["read"],"link":{"scope":"anonymous","type":"view"}}""", PermissionOutcome.Deny },
        { """{"roles":["read"],"link":{"scope":"organization","type":"view"}}""", PermissionOutcome.Deny },
        { """{"roles":["read"],"link":{"scope":"everyone","type":"view"}}""", PermissionOutcome.Deny },
        { $$$"""{"roles":["read"],"link":{"scope":"users","type":"view"},"grantedToIdentitiesV2":[{{{Me}}}],"expirationDateTime":"2026-11-23T07:59:59Z"}""", PermissionOutcome.Deny },
        { $$$"""{"link":{"scope":"users","type":"view"},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Unknown },
        { $$$"""{"roles":["own"],"link":{"scope":"users","type":"view"},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Unknown },
        { $$$"""{"roles":["sp.limitedaccess"],"link":{"scope":"users","type":"view"},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Deny },
        { $$$"""{"roles":["write"],"link":{"scope":"users","type":"createOnly"},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Deny },
        { $$$"""{"roles":["read"],"link":{"scope":"users","type":"unheardOf"},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Unknown },
        { $$$"""{"roles":["read"],"link":{"scope":"users","type":"view","preventsDownload":true},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Deny },
        { $$$"""{"roles":["read"],"link":{"scope":"users","type":"blocksDownload"},"grantedToIdentitiesV2":[{{{Me}}}]}""", PermissionOutcome.Deny },
        { $$$$"""{"roles":["read"],"grantedToV2":{"group":{"id":"{{{{Group}}}}","loginName":"c:0o.c|federateddirectoryclaimprovider|{{{{Group}}}}_o"},"siteUser":{"loginName":"x"}}}""", PermissionOutcome.Unknown },
    };

    [Theory, MemberData(nameof(Permissions))]
    public async Task Row065_what_is_not_a_plain_right_to_read_lets_nobody_in(string permission, PermissionOutcome expected)
    {
        await using HostileSharePoint sharePoint = new(AsApplication);
        sharePoint.Graph.On("/permissions", $$"""{"value":[{{permission}}]}""").On("checkMemberGroups", $$"""{"value":["{{Group}}"]}""");
        foreach (ContentId id in (ContentId[])[DecentTenant.Document, DecentTenant.Entry])
        {
            Assert.Equal(expected, (await sharePoint.Client.CheckPermissionsAsync(id, DecentTenant.Reader, Token)).Outcome);
        }
    }

    public static TheoryData<string, string, bool> Directory => new()
    {
        { "/users/", """{"id":"33333333-3333-3333-3333-333333333333"}""", false },                                               // enabled or not is not told
        { "/users/", """{"id":"99999999-9999-9999-9999-999999999999","accountEnabled":true}""", false },
        { "checkMemberGroups", """{"value":[]}""", false },
        { "checkMemberGroups", """{"value":["99999999-9999-9999-9999-999999999999"]}""", false },
        { "checkMemberGroups", """{"value":["66666666-6666-6666-6666-666666666666"]}""", true },
        { "checkMemberGroups", """{"value":[null,"66666666-6666-6666-6666-666666666666"]}""", false },
        { "checkMemberGroups", """{"value":"66666666-6666-6666-6666-666666666666"}""", false },
    };

    [Theory, MemberData(nameof(Directory))]
    public async Task T02_a_directory_that_answers_other_than_asked_lets_nobody_in(string place, string answer, bool isAllowed)
    {
        await using HostileSharePoint sharePoint = new(AsApplication);
        sharePoint.Graph.On("/permissions", $$$$"""{"value":[{"roles":["read"],"grantedToV2":{"group":{"id":"{{{{Group}}}}"}}}]}""");
        sharePoint.Graph.On(place, answer);
        Assert.Equal(isAllowed, (await sharePoint.Client.CheckPermissionsAsync(DecentTenant.Document, DecentTenant.Reader, Token)).IsAllowed);
    }

    [Theory]
    [InlineData("""{"id":"01OTHEROTHER","name":"x"}""")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("""{"id":"01ITEMITEMITEM","deleted":{"state":"deleted"}}""")]
    public async Task T02_with_the_readers_own_token_only_the_item_asked_for_proves_that_it_is_seen(string answer)
    {
        foreach (ContentId id in (ContentId[])[DecentTenant.Document, DecentTenant.Entry, DecentTenant.SitePageId, DecentTenant.SiteContent])
        {
            await using HostileSharePoint sharePoint = new(AsUser);
            Assert.True((await sharePoint.Client.CheckPermissionsAsync(id, DecentTenant.Reader, Token)).IsAllowed);
            string place = id == DecentTenant.Document ? $"/items/{DecentTenant.Item}" : id == DecentTenant.Entry ? "/items/1" : id == DecentTenant.SitePageId ? "/pages/" : "/sites/contoso";
            sharePoint.Graph.On(place, answer);
            Assert.False((await sharePoint.Client.CheckPermissionsAsync(id, DecentTenant.Reader, Token)).IsAllowed, id.Value);
        }
    }

    /// <summary>A token that shows all permissions: with a user's, a "no" would count as unknown.</summary>
    private static void AsApplication(SharePointOptions options) => options.AccessToken = ApplicationToken;

    private static void AsUser(SharePointOptions options)
    {
        options.AccessToken = null;
        (options.TenantId, options.ClientId, options.ClientSecret) = ("tenant", "client", DecentTenant.Canary);
        options.UseUserAssertions((_, _) => new("assertion"));
    }

    private static string ApplicationToken { get; } = $"x.{System.Buffers.Text.Base64Url.EncodeToString("""{"roles":["Sites.Read.All"]}"""u8)}.y";
}
