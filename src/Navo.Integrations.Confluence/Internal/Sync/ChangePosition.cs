using System.Text.Json;
using System.Text.Json.Serialization;
using Navo.Integrations.Confluence.Api.Wire;

namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Where changes go on: the time of the newest change told, what was told of the last minutes before it, and how far a reading is.</summary>
internal sealed record ChangePosition
{
    /// <summary>How long the search index may lag behind: so far before the newest change told others may yet appear.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromMinutes(10);

    /// <summary>So long after the newest change, by our clock, the index has caught up for certain, though our clock may be wrong.</summary>
    public static readonly TimeSpan Settled = TimeSpan.FromHours(1);

    private const int MaxRecent = 250;
    private const int MaxRestarts = 3;

    /// <summary>The time of the newest change that was told, by the source's clock.</summary>
    public DateTimeOffset Watermark { get; init; }

    /// <summary>When the reading that found it was begun, by our clock.</summary>
    public DateTimeOffset Read { get; init; }

    /// <summary>What was told of the time in which others may yet appear. One that does not fit in is told twice, which for a page tells nothing.</summary>
    public IReadOnlyList<string> Recent { get; init; } = [];

    public SyncStage Stage { get; init; }

    /// <summary>Where the search or the subtree goes on.</summary>
    public string? Cursor { get; init; }

    /// <summary>How many hits the search had; when there are fewer, something has left the list, and what came after it has moved over a page's end.</summary>
    public long? Total { get; init; }

    /// <summary>When the search was begun, by our clock: what was broken off long ago is begun anew.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>Whether something may have been lost: the next reading covers the same time again.</summary>
    public bool IsUnproven { get; init; }

    public int Restarts { get; init; }

    /// <summary>The newest change of this reading.</summary>
    public DateTimeOffset Newest { get; init; }

    public IReadOnlyList<string> Fresh { get; init; } = [];

    /// <summary>What this reading has told, whenever it was changed: a search that begins anew passes it by. One that does not fit in is told again.</summary>
    public IReadOnlyList<string> Told { get; init; } = [];

    /// <summary>Pages whose subtrees are to be read.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>Those of them that could not be read to their ends: the next reading has them again.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>How far the edits of included pages were told.</summary>
    public IncludePosition Included { get; init; } = new();

    /// <summary>Where each list of the bin goes on; empty for its beginning.</summary>
    public IReadOnlyList<string> Bins { get; init; } = [];

    /// <summary>Whether so much time has passed since the search was begun that its list has become another.</summary>
    public bool IsStale(DateTimeOffset now) => Cursor is not null && now - Begun > Lag;

    [JsonIgnore]
    public bool MayRestart => Cursor is not null && Restarts < MaxRestarts;

    /// <summary>What is later than this is to be looked at.</summary>
    [JsonIgnore]
    public DateTimeOffset From => Read - Watermark > Settled ? Watermark : Back(Watermark);

    /// <summary>The same from the first page of a reading to its last, and when it was broken off and begins again. Never 0.</summary>
    [JsonIgnore]
    public int Reading => HashCode.Combine(Watermark, Read) | 1;

    private DateTimeOffset Since => Back(Watermark > Newest ? Watermark : Newest);

    /// <summary>Reads a position; null where it is none of this version.</summary>
    public static ChangePosition? Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, ConfluenceJson.Default.ChangePosition);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public string ToText() => JsonSerializer.Serialize(this, ConfluenceJson.Default.ChangePosition);

    /// <summary>Whether a page of hits, the newest at the front, reaches back beyond what is to be looked at. The order may be to the minute only.</summary>
    public bool IsEnd(IReadOnlyList<SyncHitDto> hits) => hits.Any(hit => hit.When is { } when && From - when > TimeSpan.FromMinutes(2));

    /// <summary>Whether a hit was not told yet.</summary>
    public bool IsNew(SyncHitDto hit) => (hit.When is not { } when || when > From) && !Recent.Contains(hit.Key, StringComparer.Ordinal) && !Told.Contains(hit.Key, StringComparer.Ordinal);

    /// <summary>Notes a page of hits, the newest of all at the front.</summary>
    public ChangePosition Take(IReadOnlyList<SyncHitDto> hits, DateTimeOffset now)
    {
        DateTimeOffset newest = hits.Select(static hit => hit.When ?? default).Append(Newest).Max();
        ChangePosition next = this with { Newest = newest < now ? newest : now > Newest ? now : Newest, Begun = Cursor is null ? now : Begun, Told = [.. Told.Concat(hits.Where(IsNew).Select(static hit => hit.Key)).Take(MaxRecent)] };
        return next with { Fresh = [.. Fresh.Concat(hits.Where(hit => hit.When is not { } when || when > next.Since).Select(static hit => hit.Key)).Distinct(StringComparer.Ordinal).Take(MaxRecent)] };
    }

    /// <summary>The search from its beginning.</summary>
    public ChangePosition Restart() => new() { Watermark = Watermark, Read = Read, Recent = Recent, Told = Told, Restarts = Restarts + 1, Roots = Roots, Bins = Bins, Included = Included };

    /// <summary>The position for the changes to come.</summary>
    public ChangePosition Finish() => IsUnproven
        ? new() { Watermark = Watermark, Read = Read, Recent = [.. Recent.Union(Fresh).Take(MaxRecent)], Roots = Left, Bins = Bins, Included = Included.Finish() }
        : new() { Watermark = Watermark > Newest ? Watermark : Newest, Read = Begun, Recent = Fresh, Roots = Left, Bins = Bins, Included = Included.Finish() };

    /// <summary>A time before which the index has caught up.</summary>
    public static DateTimeOffset Back(DateTimeOffset time) => time - DateTimeOffset.MinValue > Lag ? time - Lag : DateTimeOffset.MinValue;
}
