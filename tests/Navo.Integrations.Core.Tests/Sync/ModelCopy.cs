using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Tests.Sync;

/// <summary>A consumer's copy: it carries each change out, reading the rights of an item anew whenever a change may concern them.</summary>
internal sealed class ModelCopy(ModelTenant tenant)
{
    public SortedDictionary<string, string> Items { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, ModelGroup> Groups { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> Skipped { get; } = new(StringComparer.Ordinal);

    public List<ContentDeleted> Deletions { get; } = [];

    /// <summary>What the copy should be.</summary>
    public IEnumerable<string> Expected() => tenant.Items.Values.Where(item => !item.IsUnreadable).Select(Line);

    public IEnumerable<string> Lines() => Items.Values;

    public IEnumerable<string> ExpectedGroups() => tenant.Directory.Values.Where(group => !group.IsUnreadable).Select(group => group.ToString());

    public IEnumerable<string> GroupLines() => Groups.Values.Select(group => group.ToString());

    public void Apply(ContentChange change)
    {
        switch (change)
        {
            case ContentUpserted upserted:
                Keep(upserted.Metadata);
                break;
            case ContentMoved moved:
                Keep(moved.Metadata);
                break;
            case ContentAccessChanged when Items.TryGetValue(change.Id.Value, out string? line):
                Items[change.Id.Value] = $"{line[..line.LastIndexOf('|')]}|{AccessOf(change.Id.Value)}";
                break;
            case ContentDeleted deleted:
                Deletions.Add(deleted);
                Items.Remove(change.Id.Value);
                break;
            case GroupChanged changed:
                Groups[changed.Group.Value] = new(changed.Group.Value, changed.Name!, [.. changed.Members.Select(member => member.Value)]);
                break;
            case GroupDeleted deleted:
                Groups.Remove(deleted.Group.Value);
                break;
            case ContentSkipped { Partition: SyncOptions.IdentitiesPartition }:
                Groups.Remove(PrincipalId.Parse(change.Id.Value["group:".Length..]).Value); // nobody knows who belongs to it
                break;
            case ContentSkipped:
                Skipped.Add(change.Id.Value);
                Items.Remove(change.Id.Value); // what is there now can't be read: the copy of what it was is not shown any more
                break;
        }
    }

    private void Keep(ContentMetadata metadata)
    {
        Items[metadata.Id.Value] = $"{metadata.Container.Key}|{metadata.Id}|{metadata.Version}|{metadata.Title}|{metadata.Ancestors[0].Title}|{AccessOf(metadata.Id.Value)}";
        Skipped.Remove(metadata.Id.Value);
    }

    private string AccessOf(string id) => !tenant.ChangesAccess ? "all" : tenant.Items.TryGetValue(id, out ModelItem? item) ? item.Access : "gone";

    private static string Line(ModelItem item) => $"{item.Partition}|{item.Id}|{item.Version}|{item.Title}|{item.Place}|{item.Access}";
}
