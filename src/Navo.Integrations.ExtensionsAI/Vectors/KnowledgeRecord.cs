using Microsoft.Extensions.VectorData;
using Navo.Integrations.Abstractions;
using Navo.Integrations.ExtensionsAI.Internal;

namespace Navo.Integrations.ExtensionsAI.Vectors;

/// <summary>A chunk of an item's text in a vector store, with the item's access policy as clauses that the store can filter by.</summary>
/// <remarks>
/// A reader matches where each clause holds one of the reader's tokens: see <see cref="KnowledgeFilter"/>. A clause that a policy does not need holds <see cref="Anybody"/>. Where the policy is not known, the
/// first clause is empty and nobody matches.
/// </remarks>
public sealed class KnowledgeRecord
{
    /// <summary>How many clauses a record can hold.</summary>
    public const int MaxClauses = 5;

    /// <summary>Stands in clauses that are not needed; no principal has this token.</summary>
    public const string Anybody = "*";

    /// <summary>The key: the source, the item and the number of the chunk.</summary>
    public string Key { get; set; } = string.Empty;

    /// <summary>The integration, as <see cref="IntegrationName.ToString"/> writes it.</summary>
    public string Source { get; set; } = string.Empty;

    /// <summary>The item's id there.</summary>
    public string ContentId { get; set; } = string.Empty;

    /// <summary>The item's version of which the text is.</summary>
    public string Version { get; set; } = string.Empty;

    /// <summary>The item's title.</summary>
    public string Title { get; set; } = string.Empty;

    /// <summary>The item's address for people; empty where the source gives none.</summary>
    public string Address { get; set; } = string.Empty;

    /// <summary>The text of the chunk.</summary>
    public string Text { get; set; } = string.Empty;

    /// <summary>The text's embedding.</summary>
    public ReadOnlyMemory<float> Vector { get; set; }

    /// <summary>The tokens of the first clause; empty where nobody is known to be let in.</summary>
    public List<string> Clause1 { get; set; } = [];

    /// <summary>The tokens of the second clause.</summary>
    public List<string> Clause2 { get; set; } = [];

    /// <summary>The tokens of the third clause.</summary>
    public List<string> Clause3 { get; set; } = [];

    /// <summary>The tokens of the fourth clause.</summary>
    public List<string> Clause4 { get; set; } = [];

    /// <summary>The tokens of the fifth clause.</summary>
    public List<string> Clause5 { get; set; } = [];

    /// <summary>Whether anybody can match. False where the policy is not known, does not fit, or lets nobody in; such a record is not worth storing until its policy can be read.</summary>
    public bool IsReadable => Clause1.Count > 0;

    /// <summary>Makes a record without its vector.</summary>
    /// <param name="item">The item.</param>
    /// <param name="chunk">The number of the chunk within the item, from 0.</param>
    /// <param name="text">The text of the chunk.</param>
    /// <param name="policy">Who may see the item, for example from <see cref="IAccessExplainer.GetAccessPolicyAsync"/>; null where that could not be read. One that does not fit counts as not known.</param>
    /// <returns>The record.</returns>
    public static KnowledgeRecord Create(ContentMetadata item, int chunk, string text, AccessPolicy? policy)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(chunk);
        KnowledgeRecord record = new()
        {
            Key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{item.Source}/{item.Id}#{chunk}"),
            Source = item.Source.ToString(),
            ContentId = item.Id.Value,
            Version = item.Version,
            Title = item.Title,
            Address = item.WebAddress?.AbsoluteUri ?? string.Empty,
            Text = text,
        };
        record.SetPolicy(policy);
        return record;
    }

    /// <summary>Puts another policy in the place of the record's.</summary>
    /// <param name="policy">The policy; null where it could not be read, and nobody matches.</param>
    public void SetPolicy(AccessPolicy? policy)
    {
        List<string>[] clauses = PolicyClauses.Of(policy, MaxClauses);
        (Clause1, Clause2, Clause3, Clause4, Clause5) = (clauses[0], clauses[1], clauses[2], clauses[3], clauses[4]);
    }

    /// <summary>The collection for such records, to pass to <see cref="VectorStore.GetCollection"/>.</summary>
    /// <param name="dimensions">The dimensions of the vectors, 1 or more.</param>
    /// <returns>The definition. What is filtered by is indexed.</returns>
    public static VectorStoreCollectionDefinition Definition(int dimensions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        IEnumerable<VectorStoreProperty> filtered = ((string[])[nameof(Source), nameof(ContentId)]).Select(static name => new VectorStoreDataProperty(name, typeof(string)) { IsIndexed = true });
        IEnumerable<VectorStoreProperty> shown = ((string[])[nameof(Version), nameof(Title), nameof(Address), nameof(Text)]).Select(static name => new VectorStoreDataProperty(name, typeof(string)));
        IEnumerable<VectorStoreProperty> clauses = ((string[])[nameof(Clause1), nameof(Clause2), nameof(Clause3), nameof(Clause4), nameof(Clause5)])
            .Select(static name => new VectorStoreDataProperty(name, typeof(List<string>)) { IsIndexed = true });
        return new()
        {
            Properties = [new VectorStoreKeyProperty(nameof(Key), typeof(string)), .. filtered, .. shown, .. clauses, new VectorStoreVectorProperty(nameof(Vector), typeof(ReadOnlyMemory<float>), dimensions)],
        };
    }
}
