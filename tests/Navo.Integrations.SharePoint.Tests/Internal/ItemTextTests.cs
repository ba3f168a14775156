using System.Text.Json;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Tests.Internal;

public sealed class ItemTextTests
{
    [Fact]
    public void What_the_items_of_a_folder_have_in_common_is_one_text_each()
    {
        IReadOnlyList<DriveItemDto> items = JsonSerializer.Deserialize($$"""{"value":[{{Item(1)}},{{Item(2)}}]}""", GraphJson.Default.GraphListDtoDriveItemDto)!.Value!;

        Assert.Equal(["1", "2"], items.Select(item => item.Id));
        Func<DriveItemDto, string?>[] common =
        [
            item => item.File!.MimeType,
            item => item.CreatedBy!.User!.Id, item => item.CreatedBy!.User!.DisplayName,
            item => item.ParentReference!.DriveId, item => item.ParentReference!.Id, item => item.ParentReference!.Path, item => item.ParentReference!.SiteId,
        ];
        Assert.All(common, text => Assert.Same(text(items[0]), text(items[1])));
        Assert.NotSame(items[0].CreatedBy!.User!.Email, items[1].CreatedBy!.User!.Email); // whose mail it is, is not kept
        Assert.Equal(("application/pdf", "Ada", "/drives/b!x/root:/A"), (items[1].File!.MimeType, items[1].CreatedBy!.User!.DisplayName, items[1].ParentReference!.Path));
    }

    private static string Item(int id) => $$"""
        {"id":"{{id}}","file":{"mimeType":"application/pdf"},"createdBy":{"user":{"id":"u","displayName":"Ada","email":"ada@contoso.example"} },"parentReference":{"driveId":"b!x","id":"f","path":"/drives/b!x/root:/A","siteId":"s"} }
        """;
}
