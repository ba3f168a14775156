using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Resources;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Adversary;

/// <summary>Attempts to learn from the client that something exists which the reader may not see.</summary>
public sealed class HiddenItemTests
{
    private const string Hidden = "Salary review notes";
    private static readonly ContentId Absent = new("987654321");
    private static readonly string[] AllSpaces = ["ENG", "DOCS", "RUNBOOKS", "ONBOARDING"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<ConfluenceEdition, bool> EditionsAndBoundaries { get; } = new()
    {
        { ConfluenceEdition.Cloud, false },
        { ConfluenceEdition.Cloud, true },
        { ConfluenceEdition.DataCenter, false },
        { ConfluenceEdition.DataCenter, true },
    };

    [Theory]
    [MemberData(nameof(EditionsAndBoundaries))]
    public async Task Row059_No_door_tells_a_hidden_page_from_an_absent_one(ConfluenceEdition edition, bool bounded)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded);
        AccessContext ben = confluence.Reader("ben");
        await confluence.Client.GetContentAsync(confluence.IdOf(Hidden), confluence.Reader("ada"), Token);

        foreach (string door in Doors.All.Keys)
        {
            Assert.Equal((door, await Doors.OutcomeAsync(door, confluence.Client, Absent, ben)), (door, await Doors.OutcomeAsync(door, confluence.Client, confluence.IdOf(Hidden), ben)));
        }
    }

    [Theory]
    [MemberData(nameof(EditionsAndBoundaries))]
    public async Task Row062_No_door_tells_the_id_of_a_hidden_comment_or_file_from_an_absent_one(ConfluenceEdition edition, bool bounded)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded);
        confluence.Comment(9400, confluence.Content(Hidden), "ada", "<p>not for ben</p>");
        PutFile(confluence, 9401, confluence.Content(Hidden));
        AccessContext ben = confluence.Reader("ben");

        foreach (ContentId hidden in (ContentId[])[new("9400"), new("att9401")])
        {
            ContentId absent = hidden.Value.StartsWith("att", StringComparison.Ordinal) ? new($"att{Absent}") : Absent;
            foreach (string door in Doors.All.Keys)
            {
                Assert.Equal((door, await Doors.OutcomeAsync(door, confluence.Client, absent, ben)), (door, await Doors.OutcomeAsync(door, confluence.Client, hidden, ben)));
            }
        }
    }

    [Theory]
    [MemberData(nameof(EditionsAndBoundaries))]
    public async Task Row066_Who_is_nobody_here_learns_nothing_of_what_exists(ConfluenceEdition edition, bool bounded)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded);
        AccessContext stranger = AccessContext.ForUser(new(PrincipalSchemes.EntraObject, "11111111-2222-3333-4444-555555555555"));

        foreach (string door in Doors.All.Keys)
        {
            string absent = await Doors.OutcomeAsync(door, confluence.Client, Absent, stranger);
            Assert.Equal((door, absent), (door, await Doors.OutcomeAsync(door, confluence.Client, confluence.IdOf(Hidden), stranger)));
            Assert.Equal((door, absent), (door, await Doors.OutcomeAsync(door, confluence.Client, confluence.IdOf("Deployment process"), stranger)));
        }
    }

    [Theory]
    [MemberData(nameof(EditionsAndBoundaries))]
    public async Task Row059_Another_spelling_of_an_id_leads_nowhere(ConfluenceEdition edition, bool bounded)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded);
        string id = confluence.IdOf("Deployment process").Value;
        string[] spellings = ["0" + id, "+" + id, "%3" + id, "%2e%2e", "..", ".", id + "/", "./" + id, id + "?x=", id + "#", id + ";v=1", "x/../" + id, "ATT" + id, "att0" + id, "ａ" + id, "att"];

        foreach (AccessContext reader in (AccessContext[])[confluence.Reader("ada"), AccessContext.Service])
        {
            foreach (string spelling in spellings)
            {
                Assert.All(
                    await Task.WhenAll(Doors.All.Keys.Select(door => Doors.OutcomeAsync(door, confluence.Client, new(spelling), reader))),
                    outcome => Assert.StartsWith(nameof(NotFoundException), outcome, StringComparison.Ordinal));
            }
        }

        Assert.DoesNotContain(confluence.Simulator.Requests, r => r.PathAndQuery.Contains("/content/", StringComparison.Ordinal) || r.PathAndQuery.Contains("/pages/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(EditionsAndBoundaries))]
    public async Task Row059_A_revoked_right_ends_at_every_door_with_the_decision_though_contents_are_cached(ConfluenceEdition edition, bool bounded)
    {
        FakeTimeProvider time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded, time);
        ContentId id = confluence.IdOf("Deployment process");
        AccessContext ben = confluence.Reader("ben");
        foreach (string door in Doors.All.Keys)
        {
            await Doors.OutcomeAsync(door, confluence.Client, id, ben);
        }

        ImmutableArray<string> allowed = [.. confluence.Simulator.Site.State.Users.Values.Where(u => u.IsAdministrator || u.Username == "ada").Select(u => u.AccountId)];
        confluence.Simulator.Site.Restrict(long.Parse(id.Value, CultureInfo.InvariantCulture), new SimulatedRestriction { UserIds = allowed });
        confluence.Events.ItemChanged(confluence.Client.Name, id);

        foreach (string door in Doors.All.Keys)
        {
            Assert.Equal((door, await Doors.OutcomeAsync(door, confluence.Client, Absent, ben)), (door, await Doors.OutcomeAsync(door, confluence.Client, id, ben)));
        }

        Assert.Equal("given", await Doors.OutcomeAsync("content", confluence.Client, id, confluence.Reader("ada")));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row022_A_deleted_page_looks_absent_to_readers_at_every_door(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded: true);
        SimulatedContent page = confluence.Content("Deployment process");
        confluence.Simulator.Site.Put(page with { Status = "trashed" });
        AccessContext ada = confluence.Reader("ada");
        foreach (string door in Doors.All.Keys.Where(door => door is not ("download" or "text of a file" or "version beyond"))) // these refuse the question before the page is read
        {
            Assert.Equal((door, await Doors.OutcomeAsync(door, confluence.Client, Absent, ada)), (door, await Doors.OutcomeAsync(door, confluence.Client, Discussion.Id(page.Id), ada)));
        }
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row022_A_file_of_a_deleted_page_looks_absent_to_readers_at_every_door(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded: true);
        SimulatedContent page = confluence.Content("Deployment process");
        PutFile(confluence, 9402, page);
        AccessContext ada = confluence.Reader("ada");
        ContentId file = new("att9402"), absent = new($"att{Absent}");
        Assert.Equal("given", await Doors.OutcomeAsync("download", confluence.Client, file, ada));
        confluence.Simulator.Site.Put(page with { Status = "trashed" });
        confluence.Events.ItemChanged(confluence.Client.Name, Discussion.Id(page.Id));
        confluence.Simulator.ClearRequests();

        foreach (string door in (string[])["download", "text of a file"])
        {
            Assert.Equal((door, await Doors.OutcomeAsync(door, confluence.Client, absent, ada)), (door, await Doors.OutcomeAsync(door, confluence.Client, file, ada)));
        }

        Assert.DoesNotContain(confluence.Simulator.Requests, request => request.PathAndQuery.Contains("download", StringComparison.Ordinal));
        await using AttachmentDownload download = await confluence.Client.DownloadAttachmentAsync(file, AccessContext.Service, Token);
        Assert.Equal(3, download.Length);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, true)]
    [InlineData(ConfluenceEdition.Cloud, false)]
    [InlineData(ConfluenceEdition.DataCenter, true)]
    [InlineData(ConfluenceEdition.DataCenter, false)]
    public async Task Row022_What_hangs_on_a_page_is_absent_to_readers_once_its_deletion_is_told_or_a_minute_has_passed(ConfluenceEdition edition, bool isTold)
    {
        string[] doors = ["comments", "attachments", "versions", "version", "comparison"];
        ContentId file = new("att9403");
        FakeTimeProvider time = new(new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
        await using SimulatedConfluence confluence = await StartAsync(edition, bounded: true, time);
        SimulatedContent page = confluence.Content("Deployment process");
        PutFile(confluence, 9403, page);
        AccessContext ada = confluence.Reader("ada");
        foreach (string door in doors)
        {
            Assert.Equal((door, "given"), (door, await Doors.OutcomeAsync(door, confluence.Client, Discussion.Id(page.Id), ada)));
        }

        Assert.Equal("given", await Doors.OutcomeAsync("metadata", confluence.Client, file, ada));

        confluence.Simulator.Site.Put(page with { Status = "trashed" });
        if (isTold)
        {
            confluence.Events.ItemChanged(confluence.Client.Name, Discussion.Id(page.Id));
        }
        else
        {
            time.Advance(TimeSpan.FromSeconds(61));
        }

        foreach (string door in doors)
        {
            Assert.Equal((door, await Doors.OutcomeAsync(door, confluence.Client, Absent, ada)), (door, await Doors.OutcomeAsync(door, confluence.Client, Discussion.Id(page.Id), ada)));
        }

        bool isUnknown = edition == ConfluenceEdition.DataCenter && !isTold; // of a page that nobody reads any more, the file's restrictions can't be had
        string absent = isUnknown ? nameof(PermissionException) : await Doors.OutcomeAsync("metadata", confluence.Client, new($"att{Absent}"), ada);
        Assert.StartsWith(absent, await Doors.OutcomeAsync("metadata", confluence.Client, file, ada), StringComparison.Ordinal);
    }

    private static Task<SimulatedConfluence> StartAsync(ConfluenceEdition edition, bool bounded, FakeTimeProvider? time = null) =>
        SimulatedConfluence.StartAsync(edition, time, options => options.Spaces = bounded ? AllSpaces : [], services: services => services.AddSingleton<ITextExtractor, NoExtractor>());

    private static void PutFile(SimulatedConfluence confluence, long id, SimulatedContent page) => confluence.Simulator.Site.Put(new SimulatedContent
    {
        Id = id,
        Type = SimulatedContentType.Attachment,
        SpaceKey = page.SpaceKey,
        ParentId = page.Id,
        File = new("text/csv", [1, 2, 3]),
        Versions = [new(1, new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero), confluence.Person("ada").AccountId, "salaries.csv", string.Empty)],
    });
}
