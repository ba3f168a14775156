using System.Globalization;
using System.Runtime.CompilerServices;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Sync;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>The model tenant as a sync sees it: pages by id, changes by place in the log.</summary>
internal sealed class ModelSource(ModelTenant tenant) : ISyncSource, IIdentitySource
{
    public IntegrationName Name { get; } = new("model");

    public TimeSpan SweepInterval { get; set; } = TimeSpan.FromDays(1);

    public int PageSize { get; init; } = 3;

    /// <summary>Whether deletions stand among the changes.</summary>
    public bool TellsDeletions { get; set; } = true;

    /// <summary>Whether pages say who may see their items.</summary>
    public bool TellsAccess { get; set; } = true;

    /// <summary>Whether changes tell what was touched.</summary>
    public bool TellsTouched { get; init; }

    public int Requests { get; private set; }

    /// <summary>Called before each request; it may change the tenant, throw, or cancel.</summary>
    public Action? OnRequest { get; set; }

    /// <summary>Whether what happens while changes are read belongs to the next reading, as in Graph's feeds.</summary>
    public bool TellsInRounds { get; init; }

    /// <summary>Ids that the enumeration loses, as one does that pages by numbers while the list shifts.</summary>
    public HashSet<string> Lost { get; } = [];

    public bool Counts { get; set; } = true;

    /// <summary>Positions of changes below this one are void.</summary>
    public int VoidBefore { get; set; }

    /// <summary>How many of the next positions within an enumeration are void.</summary>
    public int VoidPositions { get; set; }

    /// <summary>Where an enumeration is to start, said with a void position; empty for its beginning.</summary>
    public string StartsAt { get; set; } = string.Empty;

    /// <summary>Ids that the enumeration shows again on the next page, as one does that pages by numbers while the list shifts.</summary>
    public HashSet<string> Repeated { get; } = [];

    /// <summary>The enumerations' requests.</summary>
    public List<(string Partition, string? Position, bool WithAccess)> Enumerated { get; } = [];

    /// <summary>How many of the next positions within the groups are void.</summary>
    public int VoidGroupPositions { get; set; }

    public async IAsyncEnumerable<SyncPartition> GetPartitionsAsync(SyncScope scope, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        foreach (string partition in tenant.Partitions.Where(name => scope.Containers.Count == 0 || scope.Containers.Contains(name)).ToArray())
        {
            yield return new(partition, $"Partition {partition}");
        }
    }

    public async Task<string> GetChangePositionAsync(SyncPartition partition, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        return Text(tenant.Log.Count);
    }

    public async Task<SyncPage> EnumerateAsync(SyncPartition partition, SyncPageRequest request, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        string? position = request.Position;
        Enumerated.Add((partition.Id, position, request.WithAccess));
        if (position is not null && VoidPositions > 0)
        {
            VoidPositions--;
            return new() { Position = StartsAt, MustEnumerate = true };
        }

        ModelItem[] again = [.. tenant.Items.Values.Where(item => item.Partition == partition.Id && Repeated.Contains(item.Id) && string.CompareOrdinal(item.Id, position ?? string.Empty) <= 0)];
        ModelItem[] page = [.. tenant.Items.Values
            .Where(item => item.Partition == partition.Id && !Lost.Contains(item.Id) && string.CompareOrdinal(item.Id, position ?? string.Empty) > 0)
            .Take(PageSize)];
        return new() { Items = [.. again.Concat(page).Select(ToItem)], Position = page.LastOrDefault()?.Id ?? position ?? string.Empty, IsLast = page.Length < PageSize };
    }

    public async Task<SyncPage> GetChangesAsync(SyncPartition partition, string position, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        int from = From(position), until = TellsInRounds && position.Split('/') is [_, { } end] ? int.Parse(end, CultureInfo.InvariantCulture) : tenant.Log.Count;
        if (from < VoidBefore)
        {
            return new() { Position = StartsAt, MustEnumerate = true };
        }

        var page = tenant.Log.Skip(from).Take(Math.Min(PageSize, until - from)).ToArray();
        return new()
        {
            Items = [.. page.Where(entry => entry.Partition == partition.Id).Select(entry => ToItem(entry.Id, partition.Id)).OfType<SyncItem>()],
            Position = Text(from + page.Length) + (TellsInRounds && from + page.Length < until ? $"/{until}" : string.Empty),
            IsLast = from + page.Length == until,
        };
    }

    public async Task<SyncItem> FindAsync(SyncPartition partition, ContentId id, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        return tenant.Items.TryGetValue(id.Value, out ModelItem? item) ? ToItem(item) : new SyncItem.Gone(id, tenant.Bin.ContainsKey(id.Value) ? DeletionCause.Trashed : DeletionCause.NotListed);
    }

    public async Task<long?> CountAsync(SyncPartition partition, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        return Counts ? tenant.Items.Values.Count(item => item.Partition == partition.Id) : null;
    }

    public async Task<PartitionEstimate> EstimateAsync(SyncPartition partition, string? changesFrom, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        long items = changesFrom is null ? tenant.Items.Values.Count(item => item.Partition == partition.Id) : tenant.Log.Count - From(changesFrom);
        return new(partition.Id, partition.Title, items, (items / PageSize) + 1, null);
    }

    public async Task<IdentityPage> GetGroupsAsync(string? position, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        if (position is not null && VoidGroupPositions > 0)
        {
            VoidGroupPositions--;
            return new() { Position = position, MustRestart = true };
        }

        ModelGroup[] page = [.. tenant.Directory.Values.Where(group => !Lost.Contains(group.Id) && string.CompareOrdinal(group.Id, position ?? string.Empty) > 0).Take(PageSize)];
        return new() { Groups = [.. page.Select(ToGroup)], Position = page.LastOrDefault()?.Id ?? position ?? string.Empty, IsLast = page.Length < PageSize };
    }

    public async Task<IdentityGroup?> FindGroupAsync(PrincipalId group, CancellationToken cancellationToken)
    {
        await RequestAsync(cancellationToken);
        return tenant.Directory.TryGetValue(group.Value, out ModelGroup? found) ? ToGroup(found) : null;
    }

    private static IdentityGroup ToGroup(ModelGroup group) => new(new PrincipalId("model", group.Id))
    {
        Name = group.Name,
        Members = group.IsUnreadable ? null : [.. group.Members.Reverse().Select(member => new PrincipalId("model", member))],
        Reason = SkipReason.Forbidden,
    };

    private SyncItem? ToItem(string id, string partition) => tenant.Items.TryGetValue(id, out ModelItem? item) && item.Partition == partition ? ToItem(item)
        : TellsDeletions ? new SyncItem.Gone(new(id), tenant.Bin.ContainsKey(id) ? DeletionCause.Trashed : DeletionCause.Removed)
        : null;

    private SyncItem ToItem(ModelItem item) => item.IsUnreadable
        ? new SyncItem.Skipped(new(item.Id), SkipReason.TooLarge) { Title = item.Title, Size = 1 << 30 }
        : new SyncItem.Present(item.ToMetadata(Name), TellsAccess ? item.Access : null);

    private async ValueTask RequestAsync(CancellationToken cancellationToken)
    {
        Requests++;
        OnRequest?.Invoke();
        cancellationToken.ThrowIfCancellationRequested();
        await Task.CompletedTask;
    }

    private static int From(string position) => int.Parse(position.Split('/')[0], CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
