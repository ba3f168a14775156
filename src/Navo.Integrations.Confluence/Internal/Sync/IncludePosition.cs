namespace Navo.Integrations.Confluence.Internal.Sync;

/// <summary>Up to when the edits of included pages were told of those that include them, by the source's clock.</summary>
internal sealed record IncludePosition
{
    private const int MaxRecent = 250;

    /// <summary>The time of the newest edit that was told.</summary>
    public DateTimeOffset Watermark { get; init; }

    /// <summary>What was told of the time in which others may yet appear.</summary>
    public IReadOnlyList<string> Recent { get; init; } = [];

    /// <summary>When this reading was begun, by our clock: what was edited since then, a page of it that was read before has not seen.</summary>
    public DateTimeOffset Begun { get; init; }

    /// <summary>The newest edit of this reading.</summary>
    public DateTimeOffset Newest { get; init; }

    public IReadOnlyList<string> Fresh { get; init; } = [];

    /// <summary>What is later than this is to be looked at.</summary>
    public DateTimeOffset From() => ChangePosition.Back(Watermark);

    /// <summary>Whether an edit was not told yet.</summary>
    public bool IsNew(SyncHitDto hit) => (hit.When is not { } when || when > From()) && !Recent.Contains(hit.Key, StringComparer.Ordinal);

    /// <summary>Notes edits.</summary>
    public IncludePosition Take(IReadOnlyList<SyncHitDto> hits)
    {
        DateTimeOffset newest = hits.Select(static hit => hit.When ?? default).Append(Newest).Max();
        DateTimeOffset since = ChangePosition.Back(newest > Watermark ? newest : Watermark);
        IEnumerable<string> told = hits.Where(hit => hit.When is not { } when || when > since).Select(static hit => hit.Key);
        return this with { Newest = newest, Fresh = [.. Fresh.Concat(told).Distinct(StringComparer.Ordinal).TakeLast(MaxRecent)] };
    }

    /// <summary>The position for the edits to come.</summary>
    public IncludePosition Finish()
    {
        DateTimeOffset seen = Begun != default && Begun < Newest ? Begun : Newest;
        return new() { Watermark = seen > Watermark ? seen : Watermark, Recent = Fresh };
    }

    /// <summary>The position as it was before this reading.</summary>
    public IncludePosition Forget() => new() { Watermark = Watermark, Recent = Recent, Fresh = Recent };
}
