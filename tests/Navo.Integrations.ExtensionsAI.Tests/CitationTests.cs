using CsCheck;
using Microsoft.Extensions.AI;

namespace Navo.Integrations.ExtensionsAI.Tests;

/// <summary>What becomes of the markers and links of an answer, whole and streamed.</summary>
public sealed class CitationTests : IDisposable
{
    private const string Answer = "Staff get 30 days. [1] Others get none [7][2, 9]. See [the page](https://wiki.example/1) or [this](https://evil.example/x?q=1) and ![i](https://evil.example/i). [1](https://evil.example) Done 【2†source】";

    private readonly KnowledgeWorld _world = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Markers_of_passages_become_annotations_and_others_go()
    {
        ChatResponse response = await _world.Client(new ScriptedChatClient(Answer), KnowledgeWorld.Ada).GetResponseAsync("leave", cancellationToken: Token);

        TextContent text = Assert.IsType<TextContent>(Assert.Single(response.Messages[0].Contents));
        CitationAnnotation[] citations = [.. text.Annotations!.Cast<CitationAnnotation>()];
        Assert.Equal(["memory/1", "memory/2", "memory/1", "memory/2"], citations.Select(c => c.FileId));
        Assert.Equal(["[1]", "[2]", "[1]", "[2]"], citations.Select(c => Region(text.Text, c)));
        Assert.Equal("Leave policy", citations[0].Title);
        Assert.Equal(new Uri("https://wiki.example/1"), citations[0].Url);
        Assert.Equal("Staff get 30 days of leave a year.", citations[0].Snippet);
        Assert.All(["[7]", "9", "†"], gone => Assert.DoesNotContain(gone, text.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Links_lead_to_the_passages_items_only()
    {
        ChatResponse response = await _world.Client(new ScriptedChatClient(Answer), KnowledgeWorld.Ada).GetResponseAsync("leave", cancellationToken: Token);

        Assert.Contains("[the page](https://wiki.example/1)", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://evil", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("![", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("[1](", response.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_the_reader_may_not_see_is_never_cited_nor_linked()
    {
        ChatResponse response = await _world.Client(new ScriptedChatClient("As [2] says, [here](https://wiki.example/2)."), KnowledgeWorld.Ben).GetResponseAsync("leave", cancellationToken: Token);

        Assert.DoesNotContain("[2]", response.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("https://wiki.example/2", response.Text, StringComparison.Ordinal);
        Assert.All(response.Messages[0].Contents, content => Assert.Null(content.Annotations));
    }

    [Fact]
    public async Task A_stream_says_the_same_wherever_it_is_split()
    {
        string whole = (await _world.Client(new ScriptedChatClient(Answer), KnowledgeWorld.Ada).GetResponseAsync("leave", cancellationToken: Token)).Text;
        Gen<int[]> cuts = Gen.Int[1, Answer.Length - 1].Array[0, 30].Select(places => places.Distinct().Order().ToArray());

        await cuts.SampleAsync(async places =>
        {
            int[] bounds = [0, .. places, Answer.Length];
            string[] pieces = [.. bounds.Zip(bounds.Skip(1), (from, to) => Answer[from..to])];
            List<ChatResponseUpdate> updates = await _world.Client(new ScriptedChatClient(pieces), KnowledgeWorld.Ada).GetStreamingResponseAsync("leave", cancellationToken: Token).ToListAsync(Token);
            TextContent[] texts = [.. updates.SelectMany(u => u.Contents).OfType<TextContent>()];

            Assert.Equal(whole, string.Concat(texts.Select(t => t.Text)));
            Assert.Equal(["[1]", "[2]", "[1]", "[2]"], texts.SelectMany(t => (t.Annotations ?? []).Cast<CitationAnnotation>().Select(c => Region(t.Text, c))));
            Assert.Single(updates.SelectMany(u => u.Contents).OfType<UsageContent>());
            Assert.All(updates, u => Assert.Equal("m", u.MessageId));
        }, iter: 25);
    }

    [Fact]
    public async Task What_is_no_text_keeps_its_place()
    {
        ScriptedChatClient model = new("Staff [1]");
        List<ChatResponseUpdate> updates = await _world.Client(model, KnowledgeWorld.Ada).GetStreamingResponseAsync("leave", cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(ChatFinishReason.Stop, updates[^1].FinishReason);
        Assert.Contains("Staff [1]", updates.ToChatResponse().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_for_a_program_is_handed_on_as_it_came(bool isStreamed)
    {
        const string Json = """{"days":[12,30],"page":"https://wiki.example/1","said":"\"30\""}""";
        IChatClient client = _world.Client(new ScriptedChatClient(Json), KnowledgeWorld.Ada);
        ChatOptions options = new() { ResponseFormat = ChatResponseFormat.Json };

        string answer = isStreamed
            ? (await client.GetStreamingResponseAsync("leave", options, Token).ToListAsync(Token)).ToChatResponse().Text
            : (await client.GetResponseAsync("leave", options, Token)).Text;

        Assert.Equal(Json, answer);
    }

    [Fact]
    public async Task Markers_of_earlier_answers_are_not_taken_for_passages_of_this_one()
    {
        ScriptedChatClient model = new("Fine.");
        ChatMessage earlier = new(ChatRole.Assistant, "30 days [2].");
        await _world.Client(model, KnowledgeWorld.Ada).GetResponseAsync([new(ChatRole.User, "leave?"), earlier, new(ChatRole.User, "leave")], cancellationToken: Token);

        Assert.Equal("30 days .", model.Messages![1].Text);
        Assert.Equal("30 days [2].", earlier.Text); // the caller's own stays
    }

    [Fact]
    public async Task What_the_inner_client_gave_is_not_changed()
    {
        KeepingChatClient inner = new(new ScriptedChatClient("Staff get 30 days [7]", " of leave [1]. More"));
        await _world.Client(inner, KnowledgeWorld.Ada).GetStreamingResponseAsync("leave", cancellationToken: Token).ToListAsync(Token);

        Assert.Equal("Staff get 30 days [7] of leave [1]. More", string.Concat(inner.Kept.Select(static update => update.Text)));
    }

    public void Dispose() => _world.Dispose();

    private static string Region(string text, CitationAnnotation citation)
    {
        TextSpanAnnotatedRegion region = Assert.IsType<TextSpanAnnotatedRegion>(Assert.Single(citation.AnnotatedRegions!));
        return text[region.StartIndex!.Value..region.EndIndex!.Value];
    }
}
