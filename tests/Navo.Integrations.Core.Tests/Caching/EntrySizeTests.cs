using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Tests.Pipeline;

namespace Navo.Integrations.Core.Tests.Caching;

/// <summary>What bounds the memory: a text counts two bytes a character, a part of it a fixed sum, and nothing is free.</summary>
public sealed class EntrySizeTests
{
    private const int Letters = 1000;
    private static readonly string More = new('x', Letters);
    private static readonly KnowledgeContent Content = Samples.Content();
    private static readonly ContentMetadata Metadata = Samples.Metadata();
    private static readonly SearchPage Page = Samples.Page("1");

    public static TheoryData<object, object> WithMoreText => new()
    {
        { Content, Content with { Markdown = Content.Markdown + More } },
        { Content, Content with { PlainText = Content.PlainText + More } },
        { Content, Content with { Metadata = Metadata with { Title = Metadata.Title + More } } },
        { Metadata, Metadata with { Title = Metadata.Title + More } },
        { Page, Page with { Hits = [Page.Hits[0] with { Title = Page.Hits[0].Title + More }] } },
        { Page, Page with { Hits = [Page.Hits[0] with { Excerpt = More }] } },
    };

    public static TheoryData<object, object> WithOnePartMore => new()
    {
        { Content, Content with { Sections = [.. Content.Sections, Content.Sections[0]] } },
        { Content, Content with { Cells = [.. Content.Cells, null!] } },
        { Content, Content with { Links = [.. Content.Links, Content.Links[0]] } },
        { Content, Content with { Attachments = [.. Content.Attachments, Content.Attachments[0]] } },
        { Content, Content with { Losses = [.. Content.Losses, Content.Losses[0]] } },
        { Content, Content with { Metadata = Metadata with { Labels = [.. Metadata.Labels, "z"] } } },
        { Metadata, Metadata with { Labels = [.. Metadata.Labels, "z"] } },
        { Metadata, Metadata with { Ancestors = [.. Metadata.Ancestors, Metadata.Ancestors[0]] } },
    };

    public static TheoryData<object, long> Smallest => new()
    {
        { Samples.Decision(PermissionOutcome.Allow), 600 },
        { new Page<string>(["a"], null), 600 },
        { new SearchPage { Hits = [], Total = SearchTotal.Unknown }, 400 },
        { Samples.Metadata() with { Title = string.Empty, Labels = [], Ancestors = [] }, 400 },
        { Page with { Hits = [Page.Hits[0] with { Title = string.Empty, Excerpt = null }] }, 800 },
        { new Sized(0), 400 },
        { new Sized(5_000_000_000), 5_000_000_400 },
        { new Sized(-1000), 400 },
        { new Sized(long.MaxValue), long.MaxValue },
    };

    [Theory]
    [MemberData(nameof(WithMoreText), DisableDiscoveryEnumeration = true)]
    public void A_text_counts_two_bytes_a_character_wherever_it_stands(object less, object more) =>
        Assert.Equal(2 * Letters, EntrySize.Of(more) - EntrySize.Of(less));

    [Theory]
    [MemberData(nameof(WithOnePartMore), DisableDiscoveryEnumeration = true)]
    public void Every_part_counts_the_same(object less, object more) => Assert.Equal(200, EntrySize.Of(more) - EntrySize.Of(less));

    [Theory]
    [MemberData(nameof(Smallest), DisableDiscoveryEnumeration = true)]
    public void Nothing_is_free_and_what_knows_its_own_size_is_believed(object value, long expected) => Assert.Equal(expected, EntrySize.Of(value));

    [Fact]
    public void A_content_counts_with_its_metadata_and_a_page_with_its_hits()
    {
        Assert.Equal(400 + EntrySize.Of(Metadata), EntrySize.Of(Content with { Markdown = string.Empty, PlainText = string.Empty, Sections = [], Cells = [], Links = [], Attachments = [], Losses = [] }));
        Assert.Equal(EntrySize.Of(Page) - 400, EntrySize.Of(Page with { Hits = [Page.Hits[0], Page.Hits[0]] }) - EntrySize.Of(Page));
    }

    private sealed record Sized(long ApproximateBytes) : ICacheableResult
    {
        public bool IsWorthKeeping => true;
    }
}
