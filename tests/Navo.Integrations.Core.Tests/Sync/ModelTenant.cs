namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>A source that is nothing but its state: items in partitions, a bin, and a log of what happened.</summary>
internal sealed class ModelTenant
{
    private int _made;

    public List<string> Partitions { get; } = ["A", "B"];

    /// <summary>How many groups there are to see an item. With very many none comes back: a consumer who asks late for who may see an item is then never right by accident.</summary>
    public int Groups { get; init; } = 3;

    public SortedDictionary<string, ModelItem> Items { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, ModelItem> Bin { get; } = [];

    /// <summary>Who belongs to which group.</summary>
    public SortedDictionary<string, ModelGroup> Directory { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether people change who may see something.</summary>
    public bool ChangesAccess { get; init; } = true;

    /// <summary>What happened, by partition: whose turn it was, oldest first.</summary>
    public List<(string Partition, string Id, bool IsGone)> Log { get; } = [];

    public ModelItem Create(string partition)
    {
        ModelItem item = new(partition, $"{++_made:000}", 1, "title", "root", "all", IsUnreadable: false);
        Put(item);
        return item;
    }

    public void Put(ModelItem item)
    {
        if (Items.TryGetValue(item.Id, out ModelItem? before) && before.Partition != item.Partition)
        {
            Log.Add((before.Partition, item.Id, true));
        }

        Items[item.Id] = item;
        Log.Add((item.Partition, item.Id, false));
    }

    public void Delete(string id)
    {
        if (Items.Remove(id, out ModelItem? item))
        {
            Bin[id] = item;
            Log.Add((item.Partition, id, true));
        }
    }

    public void Restore(string id)
    {
        if (Bin.Remove(id, out ModelItem? item))
        {
            Put(item);
        }
    }

    public void PutGroup(string id, params string[] members) => Directory[id] = new(id, id, members);

    /// <summary>Something happens to a group.</summary>
    public void MutateGroups(Random random)
    {
        string id = $"g{random.Next(8)}";
        ModelGroup group = Directory.GetValueOrDefault(id) ?? new(id, id, []);
        string member = $"u{random.Next(4)}";
        switch (random.Next(6))
        {
            case 0:
                Directory.Remove(id);
                break;
            case 1:
                Directory[id] = group with { IsUnreadable = random.Next(2) == 0 };
                break;
            case 2:
                Directory[id] = group with { Name = $"name {random.Next(3)}" };
                break;
            case 3:
                Directory[id] = group with { Members = [.. group.Members.Where(known => known != member)] };
                break;
            default:
                Directory[id] = group with { Members = [.. group.Members, member] };
                break;
        }
    }

    /// <summary>Something happens.</summary>
    public void Mutate(Random random)
    {
        string? any = Items.Count == 0 ? null : Items.Keys.ElementAt(random.Next(Items.Count));
        switch (random.Next(9))
        {
            case 0 or 1 or 2:
                Create(Partitions[random.Next(Partitions.Count)]);
                break;
            case 3 when any is not null:
                Delete(any);
                break;
            case 4 when Bin.Count > 0:
                Restore(Bin.Keys.First());
                break;
            case 5 when any is not null:
                Put(Items[any] with { Partition = Partitions[random.Next(Partitions.Count)] });
                break;
            case 6 when any is not null:
                Put(Items[any] with { Place = $"folder {random.Next(3)}" });
                break;
            case 7 when any is not null && ChangesAccess:
                Put(Items[any] with { Access = $"group {random.Next(Groups)}" });
                break;
            case 8 when any is not null:
                Put(Items[any] with { IsUnreadable = random.Next(2) == 0, Version = Items[any].Version + 1 });
                break;
            default:
                if (any is not null)
                {
                    Put(Items[any] with { Version = Items[any].Version + 1 });
                }

                break;
        }
    }
}
