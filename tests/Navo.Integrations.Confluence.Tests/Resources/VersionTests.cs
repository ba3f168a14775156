using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Tests.Simulated;
using Navo.Integrations.Testing.Confluence;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Confluence.Tests.Resources;

public sealed class VersionTests
{
    private const string Title = "Probation reviews (leads only)";
    private static readonly DateTimeOffset Start = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, null)]
    [InlineData(ConfluenceEdition.Cloud, 2)]
    [InlineData(ConfluenceEdition.DataCenter, null)]
    public async Task Row021_all_versions_are_listed_with_number_time_author_message_and_minor_edits(ConfluenceEdition edition, int? maxPageSize)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition, maxPageSize);

        List<ContentVersion> versions = await confluence.Client.GetVersionsAsync(confluence.IdOf(Title), confluence.Reader("ada"), Token).ToListAsync();

        Assert.Equal([12, .. Enumerable.Range(1, 10).Reverse()], versions.Select(v => v.Number));
        ContentVersion third = versions.Single(v => v.Number == 3);
        Assert.Equal((Start.AddDays(3), confluence.Person("ben").DisplayName, "Change 3", true), (third.Created, third.Author?.DisplayName, third.Message, third.IsMinorEdit));
        Assert.Equal((null, false), (versions[^1].Message, versions[^1].IsMinorEdit));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row021_a_version_is_read_as_it_was_and_the_newest_one_too(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        ContentId id = confluence.IdOf(Title);

        ConfluencePage old = await confluence.Client.GetPageVersionAsync(id, 3, confluence.Reader("ada"), Token);
        ConfluencePage newest = await confluence.Client.GetPageVersionAsync(id, 12, confluence.Reader("ada"), Token);

        Assert.Equal(("3", "Old title", Start.AddDays(3)), (old.Content.SourceVersion, old.Content.Metadata.Title, old.Content.Metadata.Modified));
        Assert.Equal(confluence.Person("ben").DisplayName, old.Content.Metadata.Editor?.DisplayName);
        Assert.Contains("Line 3", old.Content.PlainText, StringComparison.Ordinal);
        Assert.Equal(("12", Title), (newest.Content.SourceVersion, newest.Content.Metadata.Title));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row021_a_diff_says_who_changed_which_lines_and_when(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);

        VersionDiff diff = await confluence.Client.CompareVersionsAsync(confluence.IdOf(Title), 2, 3, confluence.Reader("ada"), Token);

        Assert.Equal((2, 3, Start.AddDays(2), Start.AddDays(3)), (diff.From.Number, diff.To.Number, diff.From.Created, diff.To.Created));
        Assert.Equal((confluence.Person("ada").DisplayName, confluence.Person("ben").DisplayName), (diff.From.Author?.DisplayName, diff.To.Author?.DisplayName));
        Assert.Equal(["Line 2"], diff.Runs.Single(r => r.Kind == DiffKind.Removed).Lines);
        Assert.Equal(["Line 3"], diff.Runs.Single(r => r.Kind == DiffKind.Added).Lines);
        Assert.Contains("Same", diff.Runs.First(r => r.Kind == DiffKind.Unchanged).Lines);
        Assert.Equal((false, false), (diff.IsCoarse, diff.IsUnchanged));
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row021_the_versions_of_an_archived_page_are_read_like_those_of_any_other(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        confluence.Simulator.Site.Put(confluence.Content(Title) with { Status = "archived" });
        ContentId id = confluence.IdOf(Title);
        AccessContext reader = edition == ConfluenceEdition.DataCenter ? confluence.Reader("ada") : AccessContext.Service;

        Assert.Contains(await confluence.Client.GetVersionsAsync(id, reader, Token).ToListAsync(), version => version.Number == 12);
        Assert.Equal("12", (await confluence.Client.GetPageVersionAsync(id, 12, reader, Token)).Content.SourceVersion);
        Assert.Contains("Line 12", string.Concat((await confluence.Client.CompareVersionsAsync(id, 10, 12, reader, Token)).Runs.SelectMany(run => run.Lines)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud, 0, typeof(InvalidQueryException))]
    [InlineData(ConfluenceEdition.Cloud, -1, typeof(InvalidQueryException))]
    [InlineData(ConfluenceEdition.Cloud, 13, typeof(InvalidQueryException))]
    [InlineData(ConfluenceEdition.Cloud, 11, typeof(NotFoundException))]
    [InlineData(ConfluenceEdition.DataCenter, 0, typeof(InvalidQueryException))]
    [InlineData(ConfluenceEdition.DataCenter, 13, typeof(InvalidQueryException))]
    [InlineData(ConfluenceEdition.DataCenter, 11, typeof(NotFoundException))]
    public async Task Row021_a_number_without_a_version_has_a_named_outcome(ConfluenceEdition edition, int number, Type expected)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        ContentId id = confluence.IdOf(Title);
        foreach (AccessContext reader in (AccessContext[])[AccessContext.Service, confluence.Reader("ada")])
        {
            await Assert.ThrowsAsync(expected, () => confluence.Client.GetPageVersionAsync(id, number, reader, Token));
            await Assert.ThrowsAsync(expected, () => confluence.Client.CompareVersionsAsync(id, 1, number, reader, Token));
        }
    }

    [Theory]
    [InlineData(ConfluenceEdition.Cloud)]
    [InlineData(ConfluenceEdition.DataCenter)]
    public async Task Row021_who_may_not_see_the_page_sees_no_version_of_it_even_once_it_is_cached(ConfluenceEdition edition)
    {
        await using SimulatedConfluence confluence = await StartAsync(edition);
        ContentId id = confluence.IdOf(Title);
        await confluence.Client.GetPageVersionAsync(id, 3, confluence.Reader("ada"), Token);

        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetPageVersionAsync(id, 3, confluence.Reader("ben"), Token));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetPageVersionAsync(id, 99, confluence.Reader("ben"), Token));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.CompareVersionsAsync(id, 1, 2, confluence.Reader("ben"), Token));
        await Assert.ThrowsAsync<NotFoundException>(() => confluence.Client.GetVersionsAsync(id, confluence.Reader("ben"), Token).ToListAsync());
    }

    /// <summary>A page of twelve versions, the eleventh of which was removed.</summary>
    private static async Task<SimulatedConfluence> StartAsync(ConfluenceEdition edition, int? maxPageSize = null)
    {
        SimulatedConfluence confluence = await SimulatedConfluence.StartAsync(edition, maxPageSize: maxPageSize);
        confluence.Simulator.Site.Put(confluence.Content(Title) with
        {
            Versions =
            [
                .. Enumerable.Range(1, 12).Where(n => n != 11).Select(n => new SimulatedVersion(
                    n,
                    Start.AddDays(n),
                    confluence.Person(n % 2 == 0 ? "ada" : "ben").AccountId,
                    n < 10 ? "Old title" : Title,
                    $"<p>Same</p><p>Line {n}</p><p>End</p>")
                {
                    Message = n == 1 ? "" : $"Change {n}",
                    IsMinor = n % 3 == 0,
                }),
            ],
        });
        return confluence;
    }
}
