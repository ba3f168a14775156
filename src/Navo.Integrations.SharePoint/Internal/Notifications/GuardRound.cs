using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Notifications;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>What comes of one round over the subscriptions.</summary>
internal sealed class GuardRound(IReadOnlyCollection<SourceNotification> news, List<NotificationGap> gaps, DateTimeOffset now)
{
    private static readonly TimeSpan Often = TimeSpan.FromHours(6);
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Soonest = TimeSpan.FromMinutes(1);

    private readonly HashSet<SourceNotification> _known = [];
    private readonly HashSet<SourceNotification> _unanswered = [];

    public DateTimeOffset Now => now;

    public int Created { get; set; }

    public int Renewed { get; set; }

    public Dictionary<string, IntegrationException> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>What was told and could not be answered.</summary>
    public IReadOnlyCollection<SourceNotification> Unanswered => _unanswered;

    /// <summary>What was told of a library or of one of its subscriptions.</summary>
    public IReadOnlyList<SourceNotification> NewsOf(string drive, IReadOnlyList<LibrarySubscription> own, LibrarySubscription? known) =>
    [
        .. news.Where(told => told.Partition is { } partition
            ? partition == drive
            : told.Subscription is { } id && (id == known?.Id || own.Any(subscription => subscription.Id == id))),
    ];

    /// <summary>Keeps what was told of a library until it is answered.</summary>
    public void Keep(IReadOnlyList<SourceNotification> told)
    {
        _known.UnionWith(told);
        _unanswered.UnionWith(told);
    }

    public void Answer(IReadOnlyList<SourceNotification> told) => _unanswered.ExceptWith(told);

    /// <summary>Where something was lost of nobody knows what, it may be anything.</summary>
    public void AddUnknown()
    {
        if (news.Any(told => told.Kind == NotificationKind.Missed && !_known.Contains(told)))
        {
            Add(new(null, null, now, NotificationGapReason.Missed));
        }
    }

    public void Add(NotificationGap? gap)
    {
        if (gap is not null)
        {
            gaps.Add(gap);
        }
    }

    /// <summary>The outcome. The gaps are told with it, and not again.</summary>
    public SubscriptionUpkeep ToUpkeep(IReadOnlyCollection<LibraryWatch> watches, TimeSpan renewAhead)
    {
        DateTimeOffset[] ends = [.. watches.Where(watch => watch.IsAlive(now)).Select(watch => watch.Subscription!.Expires)];
        DateTimeOffset? first = ends.Length == 0 ? null : ends.Min();
        DateTimeOffset next = now + (Failures.Count > 0 ? Again : Often);
        if (first is { } end && end - renewAhead < next)
        {
            next = end - renewAhead;
        }

        NotificationGap[] told = [.. gaps];
        gaps.Clear();
        return new()
        {
            Alive = ends.Length,
            Created = Created,
            Renewed = Renewed,
            FirstExpiry = first,
            NextDue = next < now + Soonest ? now + Soonest : next,
            Gaps = told,
            Failures = Failures,
        };
    }
}
