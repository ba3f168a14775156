using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Federation;

/// <summary>What one source gave, what that is called in its report, and where it goes on.</summary>
internal sealed class SourceAnswer(SourceAsk ask, IReadOnlyList<ReadPage> pages)
{
    /// <summary>How many hits may be given out of a source's order before those that were passed over are given.</summary>
    private const int MostOutOfOrder = 256;

    public IntegrationName Source => ask.Integration.Name;

    public required IntegrationException? Failure { get; init; }

    /// <summary>The source's continuation of the page that was not read; null if there is none.</summary>
    public required string? Next { get; init; }

    public required int Repeated { get; init; }

    public required TimeSpan Duration { get; init; }

    public IEnumerable<FoundHit> Fresh => pages.SelectMany(static page => page.Fresh);

    /// <summary>The source's own total, where no hit was taken out of it here.</summary>
    public SearchTotal Total => pages.Count == 0 || ask.Plan.Unexpressed.Count > 0 ? SearchTotal.Unknown : pages[0].Page.Total;

    public SourceStatus Status => ask switch
    {
        { Plan.Query: null } => ask.Plan.Status,
        { Position: null } => SourceStatus.NotAsked,
        { Position.Lost: { } lost } => lost,
        _ when Failure is not null => pages.Count > 0 ? SourceStatus.Partial : StatusOf(Failure),
        _ when pages.Any(static page => page.Page.Origin.IsStale) => SourceStatus.StaleFromCache,
        _ when pages.Any(static page => page.Page.Omitted.Any(static omission => omission.Reason == OmissionReason.PermissionUnknown)) => SourceStatus.Partial,
        _ => SourceStatus.Answered,
    };

    private string? Detail => ask switch
    {
        { Plan.Query: null } => ask.Plan.Detail,
        { Position: null } => "It gave all its hits on an earlier page.",
        { Position.Lost: not null } => "It was given up on an earlier page.",
        _ when Failure is null && Status == SourceStatus.Partial => "Of some hits it could not be established whether the reader may see them.",
        _ => Failure?.Message,
    };

    /// <summary>The hits that were passed over so often that they go first: what is remembered of a source stays bounded.</summary>
    public IReadOnlyList<RankedHit> Overdue => ask.Position?.Taken.Count > MostOutOfOrder && pages.Count > 0 ? [.. pages[0].Fresh.Select(static fresh => fresh.Place)] : [];

    public SourceReport Report(int hitCount) => new()
    {
        Source = Source,
        Status = Status,
        Error = Failure,
        Detail = Detail,
        Age = pages.Count == 0 ? TimeSpan.Zero : pages.Max(static page => page.Page.Origin.Age),
        Duration = Duration,
        HitCount = hitCount,
        Omitted = Omitted(),
        Unexpressed = ask.Plan.Unexpressed,
    };

    /// <summary>Where the source goes on after these of its hits were given; null if it is at its end.</summary>
    public SourcePosition? After(IReadOnlySet<ContentId> given)
    {
        if (!ask.IsOpen)
        {
            return ask.Plan.Query is null ? null : ask.Position;
        }

        if (pages.Count == 0)
        {
            return Failure is null ? null : ask.Position!.AfterFailure(Status, Failure.IsTransient);
        }

        int tries = Failure is null ? 0 : Math.Min(ask.Position!.Tries + 1, SourcePosition.MostTries);
        int open = pages.TakeWhile(page => page.Fresh.All(fresh => given.Contains(fresh.Place.Hit.Id))).Count();
        return open < pages.Count ? Within(open, given, tries) : Behind(tries);
    }

    private SourcePosition Within(int open, IReadOnlySet<ContentId> given, int tries) => new()
    {
        Continuation = pages[open].Continuation,
        Base = pages[open].Base,
        Taken = TakenFrom(open, given),
        Tries = tries,
    };

    private SourcePosition? Behind(int tries)
    {
        if (Failure is not null && (!Failure.IsTransient || tries == SourcePosition.MostTries))
        {
            return SourcePosition.Start with { Lost = StatusOf(Failure) };
        }

        int read = pages[^1].Base + pages[^1].Page.Hits.Count;
        return Next is null ? null : new() { Continuation = Next, Base = read, Taken = TakenFrom(pages.Count, new HashSet<ContentId>()), Tries = tries };
    }

    /// <summary>What was given from an open page on, pages included that were read for an earlier page of ours and not for this one.</summary>
    private HashSet<ulong> TakenFrom(int open, IReadOnlySet<ContentId> given)
    {
        HashSet<ulong> taken = [.. ask.Position!.Taken];
        taken.ExceptWith(pages.Take(open).SelectMany(static page => page.Page.Hits).Select(static hit => SourcePosition.Mark(hit.Id)));
        taken.UnionWith(pages.Skip(open).SelectMany(static page => page.Page.Hits).Where(hit => given.Contains(hit.Id)).Select(static hit => SourcePosition.Mark(hit.Id)));
        return taken;
    }

    private Omission[] Omitted() =>
        [.. pages.SelectMany(static page => page.Page.Omitted)
            .Concat(Repeated > 0 ? [new Omission(OmissionReason.Duplicate, Repeated)] : [])
            .GroupBy(static omission => omission.Reason)
            .Select(static same => new Omission(same.Key, same.Sum(static omission => omission.Count)))];

    private static SourceStatus StatusOf(IntegrationException failure) => failure switch
    {
        IntegrationTimeoutException => SourceStatus.TimedOut,
        UnavailableException { RetryAfter: not null } => SourceStatus.Skipped,
        InvalidQueryException => SourceStatus.Refused,
        _ => SourceStatus.Failed,
    };
}
