using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Testing.SharePoint.Model;

namespace Navo.Integrations.Evaluation.Tests;

/// <summary>Addresses that stand in content, of images, frames, includes and styles, are text: nothing of ours ever goes there.</summary>
public sealed class HostileLinkTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task T06_what_content_links_to_is_never_fetched()
    {
        using TcpListener trap = new(IPAddress.Loopback, 0);
        trap.Start();
        Uri bait = new($"http://{trap.LocalEndpoint}/latest/meta-data/");
        await using Company company = await Company.StartAsync(cancellationToken: Token);
        var page = company.Confluence.Site.State.Contents.Values.First(static content => content is { SpaceKey: "ENG", Status: "current", ParentId: not null } && content.Latest.Storage.Length > 0);
        company.Confluence.Site.Edit(page.Id, company.Confluence.Site.State.Users.Values.First(static user => user.IsAdministrator).AccountId, Storage(bait));
        GraphItem root = Company.RootOf(company.Graph.Tenant, "documentation");
        GraphItem[] files = [company.Graph.Tenant.AddFile(root, "Bait.html", Html(bait)), company.Graph.Tenant.AddFile(root, "Bait.md", $"# Bait\n\n![picture]({bait}) <img src=\"{bait}\">\n\n[link]: {bait}\n"), company.Graph.Tenant.AddFile(root, "Bait.svg", $"<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"{bait}\"/></svg>")];
        IIntegrationCatalog catalog = company.Services.GetRequiredService<IIntegrationCatalog>();

        KnowledgeContent read = await catalog["confluence"].GetContentAsync(new(page.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)), AccessContext.Service, Token);
        foreach (GraphItem file in files)
        {
            await Record.ExceptionAsync(() => catalog["sharepoint"].GetContentAsync(new($"drives/{file.DriveId}/items/{file.Id}"), AccessContext.Service, Token));
        }

        await company.Assistant.AskAsync(new("What does the bait say?"), company.Readers["ada"].Access, Token);

        Assert.Contains("Bait", read.PlainText, StringComparison.Ordinal);
        Assert.False(trap.Pending(), "Somebody went where the content led.");
    }

    private static string Storage(Uri bait) =>
        $"""<p>Bait <a href="{bait}">link</a></p><ac:image><ri:url ri:value="{bait}x.png"/></ac:image><ac:structured-macro ac:name="iframe"><ac:parameter ac:name="src"><ri:url ri:value="{bait}"/></ac:parameter></ac:structured-macro><ac:structured-macro ac:name="rss"><ac:parameter ac:name="url">{bait}</ac:parameter></ac:structured-macro>""";

    private static string Html(Uri bait) =>
        $"<!DOCTYPE html><html><head><base href=\"{bait}\"><link rel=\"stylesheet\" href=\"{bait}x.css\"><script src=\"{bait}x.js\"></script><meta http-equiv=\"refresh\" content=\"0;url={bait}\">"
        + $"</head><body><p>Bait</p><img src=\"{bait}x.png\"><iframe src=\"{bait}\"></iframe><object data=\"{bait}\"></object><video src=\"{bait}\"></video></body></html>";
}
