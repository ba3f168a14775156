using System.Globalization;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>One version of a page, and what lies between two.</summary>
internal sealed class PageVersions(PageParts parts, IConfluenceDesk desk)
{
    public Task<ConfluencePage> ReadAsync(ContentId id, int version, AccessContext reader, CancellationToken cancellationToken)
    {
        RequireNumber(version);
        PartRead<ConfluencePage> part = new(
            id,
            async (place, token) => PageContentMapping.ToPage((await ReadAsync(place, version, token).ConfigureAwait(false)).Item),
            version.ToString(CultureInfo.InvariantCulture));
        return parts.ReadAsync(ConfluenceOperations.GetPageVersion, reader, part, cancellationToken);
    }

    public Task<VersionDiff> CompareAsync(ContentId id, int from, int to, AccessContext reader, CancellationToken cancellationToken)
    {
        RequireNumber(from);
        RequireNumber(to);
        PartRead<VersionDiff> part = new(id, (place, token) => CompareAsync(place, from, to, token), string.Create(CultureInfo.InvariantCulture, $"{from} {to}"));
        return parts.ReadAsync(ConfluenceOperations.CompareVersions, reader, part, cancellationToken);
    }

    private async Task<VersionDiff> CompareAsync(ContentPlace place, int from, int to, CancellationToken cancellationToken)
    {
        Task<VersionedItem> earlier = ReadAsync(place, from, cancellationToken);
        Task<VersionedItem> later = ReadAsync(place, to, cancellationToken);
        await Task.WhenAll(earlier, later).ConfigureAwait(false);
        VersionedItem first = await earlier.ConfigureAwait(false);
        VersionedItem second = await later.ConfigureAwait(false);
        (IReadOnlyList<DiffRun> runs, bool isCoarse) = LineDiff.Compare(MarkdownOf(first), MarkdownOf(second));
        return new() { From = first.Version, To = second.Version, Runs = runs, IsCoarse = isCoarse };
    }

    private async Task<VersionedItem> ReadAsync(ContentPlace place, int version, CancellationToken cancellationToken)
    {
        if (version > place.LatestVersion)
        {
            throw new InvalidQueryException($"There is no version {version}; the newest is {place.LatestVersion}.") { Remedy = "Pass a number that GetVersionsAsync gives." };
        }

        VersionedItem read = await desk.GetVersionAsync(place, version, cancellationToken).ConfigureAwait(false);
        return read.Version.Number == version
            ? read
            : throw new ProtocolException($"Version {version} was asked for and version {read.Version.Number} given.");
    }

    private static string MarkdownOf(VersionedItem item) => PageContentMapping.ToPage(item.Item).Content.Markdown;

    private static void RequireNumber(int version)
    {
        if (version < 1)
        {
            throw new InvalidQueryException("Versions are numbered from 1.") { Remedy = "Pass a number that GetVersionsAsync gives." };
        }
    }
}
