using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint;

namespace Navo.Integrations.Live.Tests;

/// <summary>The scenarios at a SharePoint, and what only SharePoint has.</summary>
public abstract class SharePointScenarios : SourceScenarios
{
    private const int TailLength = 8;

    protected override ContentKind DocumentKind => ContentKind.Document;

    private ISharePointClient Client => Tenant.Service<ISharePointClient>();

    [Fact]
    public async Task The_sites_can_be_listed_with_their_libraries()
    {
        SharePointSite site = await Client.GetSitesAsync(AccessContext.Service, Deadline).FirstAsync(Deadline);

        Assert.True(site.WebAddress.IsAbsoluteUri);
        Assert.All(await Client.GetLibrariesAsync(site.Id, AccessContext.Service, Deadline).ToListAsync(Deadline), library => Assert.Equal(site.SiteId, library.Site.Id));
    }

    [Fact]
    public async Task The_bytes_of_a_document_are_those_of_its_size_and_hash()
    {
        SearchHit hit = await FirstDocumentAsync();
        await using DocumentDownload download = await Client.GetDocumentContentAsync(hit.Id, Tenant.Reader, Deadline);
        using MemoryStream bytes = new();

        await download.Content.CopyToAsync(bytes, Deadline);

        Assert.Equal(download.Document.Size, bytes.Length);
    }

    [Fact]
    public async Task The_newest_version_of_a_document_comes_first()
    {
        SearchHit hit = await FirstDocumentAsync();

        List<DocumentVersion> versions = await Client.TrackDocumentVersionsAsync(hit.Id, Tenant.Reader, Deadline).ToListAsync(Deadline);

        Assert.NotEmpty(versions);
        Assert.Equal(versions[0], Assert.Single(versions, version => version.IsNewest));
        Assert.All(versions, version => Assert.NotNull(version.Saved));
    }

    [Fact]
    public async Task Who_shares_a_document_is_told_with_what_could_not_be_read()
    {
        SearchHit hit = await FirstDocumentAsync();

        CollaborationData collaboration = await Client.GetCollaborationDataAsync(hit.Id, AccessContext.Service, Deadline);

        Assert.Equal(hit.Id, collaboration.Document.Id);
        Assert.NotEmpty(collaboration.Access);
    }

    protected override ContentId AbsentBeside(ContentId found) => new(found.Value[..^TailLength] + new string('Z', TailLength));
}
