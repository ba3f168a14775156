using System.Runtime.CompilerServices;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Confluence.Mapping.Storage;
using Navo.Integrations.Core.Caching.Serialization;

namespace Navo.Integrations.Confluence.Tests.Mapping;

/// <summary>Sections and links, which are made of a page's text when they are asked for.</summary>
public sealed class DeferredListTests
{
    private const string Storage =
        "<p>Before, <a href=\"https://example.test/1\"> one </a>.</p><h1> First </h1><table><tr><td>in a cell <a href=\"#two\">two</a></td></tr></table>"
        + "<h2>Second</h2><p>and <ac:link ac:anchor=\"three\"><ri:page ri:content-title=\"Three\" ri:space-key=\"ENG\"/></ac:link></p><h2>Second</h2>";

    private static readonly ContentMetadata Metadata = new()
    {
        Id = new("1"),
        Source = new("confluence"),
        Title = "My Page",
        Kind = ContentKind.Page,
        Status = ContentStatus.Current,
        Container = new("ENG"),
        Version = "1",
    };

    [Fact]
    public void They_say_what_they_would_have_said_at_once()
    {
        RenderedMarkup page = StorageSamples.Render(Storage);

        Assert.Equal(
            [
                new() { Kind = ContentLinkKind.Address, Text = "one", Target = "https://example.test/1" },
                new() { Kind = ContentLinkKind.Anchor, Text = "two", Target = "#two", Anchor = "two" },
                new() { Kind = ContentLinkKind.Content, Text = "Three", Target = "Three", Container = "ENG", Anchor = "three" },
            ],
            page.Links);
        Assert.Equal(["", "First", "First/Second", "First/Second"], page.Sections.Select(static section => string.Join('/', section.HeadingPath)));
        Assert.Equal([null, "First", "Second", "Second.1"], page.Sections.Select(static section => section.Anchor));
        Assert.Equal([0, 1, 2, 2], page.Sections.Select(static section => section.Level));
        Assert.Equal(page.Markdown, string.Concat(page.Sections.Select(section => page.Markdown.Substring(section.Start, section.Length))));
    }

    [Fact]
    public void They_are_made_once_and_their_number_is_known_before()
    {
        Numbers notes = new();
        DeferredList<string> numbers = new(notes);
        Assert.Equal((3, 0), (numbers.Count, notes.Made));

        Assert.Equal(["a", "aa", "aaa"], numbers);
        Assert.Same(numbers[1], numbers.ElementAt(1));
        Assert.Equal((3, 1), (numbers.Count, notes.Made));
    }

    [Fact]
    public async Task All_who_ask_at_once_get_the_same()
    {
        using Barrier together = new(4);
        DeferredList<string> numbers = new(new Numbers());
        string[] first = await Task.WhenAll(Enumerable.Range(0, together.ParticipantCount).Select(_ => Task.Factory.StartNew(
            () =>
            {
                together.SignalAndWait(TestContext.Current.CancellationToken);
                return numbers[0];
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.All(first, text => Assert.Same(first[0], text));
    }

    [Fact]
    public void What_they_are_made_of_is_let_go()
    {
        (DeferredList<string> numbers, WeakReference notes) = Made();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.False(notes.IsAlive);
        Assert.Equal(3, numbers.Count);
    }

    [Fact]
    public void A_page_that_is_kept_holds_nothing_of_what_was_read_with_it()
    {
        (RenderedMarkup page, WeakReference names) = RenderWithNames();
        GC.Collect();
        GC.WaitForPendingFinalizers();

        Assert.False(names.IsAlive);
        Assert.Equal("Ann", page.Links[^1].Text.TrimStart('@'));
    }

    [Fact]
    public void A_shared_cache_holds_them_whole()
    {
        RenderedMarkup page = StorageSamples.Render(Storage);
        CacheEnvelope kept = new()
        {
            Schema = CacheEnvelope.CurrentSchema,
            Key = "key",
            StoredAt = DateTimeOffset.UnixEpoch,
            Timestamp = 0,
            Expiration = 0,
            Content = new() { Metadata = Metadata, Markdown = page.Markdown, PlainText = page.PlainText, Sections = page.Sections, Links = page.Links, SourceVersion = "1" },
        };

        KnowledgeContent read = JsonSerializer.Deserialize(JsonSerializer.SerializeToUtf8Bytes(kept, CacheJson.Default.CacheEnvelope), CacheJson.Default.CacheEnvelope)!.Content!;
        Assert.Equal(page.Links, read.Links);
        Assert.Equivalent(page.Sections, read.Sections, strict: true);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (DeferredList<string> Numbers, WeakReference Notes) Made()
    {
        Numbers notes = new();
        DeferredList<string> numbers = new(notes);
        Assert.Equal("a", numbers[0]);
        return (numbers, new(notes));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (RenderedMarkup Page, WeakReference Names) RenderWithNames()
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal) { ["a1"] = "Ann" };
        RenderedMarkup page = StorageMarkup.Render($"{Storage}<p><ac:link><ri:user ri:account-id=\"a1\"/></ac:link></p>", new() { Title = "My Page", UserName = names.GetValueOrDefault });
        return (page, new(names));
    }

    private sealed class Numbers : IItemNotes<string>
    {
        public int Made { get; private set; }

        public int Count => 3;

        public string[] ToItems()
        {
            Made++;
            return [.. Enumerable.Range(0, Count).Select(static n => new string('a', n + 1))];
        }
    }
}
