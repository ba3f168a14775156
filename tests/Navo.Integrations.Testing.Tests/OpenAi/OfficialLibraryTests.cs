using System.ClientModel;
using System.Text;
using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi;
using OpenAI.Chat;
using OpenAI.Embeddings;
using OpenAI.Files;
using OpenAI.Models;
using OpenAI.Moderations;
using OpenAI.Responses;
using OpenAI.VectorStores;

namespace Navo.Integrations.Testing.Tests.OpenAi;

/// <summary>The vendor's own library reads what the simulator answers.</summary>
public sealed class OfficialLibraryTests
{
    private const string Question = $"{OpenAiWorld.Handbook}\n\nQuestion: How many days of vacation does an employee have?";
    private const string Answer = "Every employee has 30 days of paid vacation per calendar year. [1]";

    [Fact]
    public async Task A_chat_is_completed_from_the_passages_of_the_prompt()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        ChatCompletion completion = await world.Library.GetChatClient("gpt-4o").CompleteChatAsync([new UserChatMessage(Question)], cancellationToken: OpenAiWorld.Stop);

        Assert.Equal(Answer, completion.Content[0].Text);
        Assert.Equal(ChatFinishReason.Stop, completion.FinishReason);
        Assert.Equal(completion.Usage.InputTokenCount + completion.Usage.OutputTokenCount, completion.Usage.TotalTokenCount);
    }

    [Fact]
    public async Task A_streamed_chat_gives_the_same_text_and_its_usage_at_last()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        StringBuilder text = new();
        ChatTokenUsage? usage = null;

        await foreach (StreamingChatCompletionUpdate update in world.Library.GetChatClient("gpt-4o").CompleteChatStreamingAsync([new UserChatMessage(Question)], cancellationToken: OpenAiWorld.Stop))
        {
            text.Append(string.Concat(update.ContentUpdate.Select(c => c.Text)));
            usage = update.Usage ?? usage;
        }

        Assert.Equal(Answer, text.ToString());
        Assert.Equal(world.Organization.Usage[0].OutputTokens, usage!.OutputTokenCount);
    }

    [Fact]
    public async Task A_response_holds_its_message_and_is_stored_unless_told_otherwise()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        CreateResponseOptions options = new("gpt-4o", [ResponseItem.CreateUserMessageItem(Question)]) { Instructions = "Answer from the passages." };

        ResponseResult stored = await world.Library.GetResponsesClient().CreateResponseAsync(options, OpenAiWorld.Stop);
        options.StoredOutputEnabled = false;
        ResponseResult unstored = await world.Library.GetResponsesClient().CreateResponseAsync(options, OpenAiWorld.Stop);

        Assert.Equal(Answer, stored.GetOutputText());
        Assert.Equal(Answer, unstored.GetOutputText());
        Assert.Equal(ResponseStatus.Completed, stored.Status);
        Assert.Equal(1, world.Organization.StoredResponses);
        ResponseResult again = await world.Library.GetResponsesClient().GetResponseAsync(stored.Id, OpenAiWorld.Stop);
        Assert.Equal(Answer, again.GetOutputText());
    }

    [Fact]
    public async Task A_streamed_response_tells_its_pieces_and_its_end()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        StringBuilder text = new();
        ResponseResult? end = null;
        CreateResponseOptions options = new("gpt-6-luna", [ResponseItem.CreateUserMessageItem(Question)]) { StreamingEnabled = true };

        await using var stream = await world.Library.GetResponsesClient().CreateResponseStreamingAsync(options, OpenAiWorld.Stop);
        await foreach (StreamingResponseUpdate update in stream)
        {
            text.Append((update as StreamingResponseOutputTextDeltaUpdate)?.Delta);
            end = (update as StreamingResponseCompletedUpdate)?.Response ?? end;
        }

        Assert.Equal(Answer, text.ToString());
        Assert.Equal(Answer, end!.GetOutputText());
        Assert.IsType<ReasoningResponseItem>(end.OutputItems[0]);
        Assert.Equal(192, end.Usage.OutputTokenDetails.ReasoningTokenCount);
    }

    [Fact]
    public async Task Models_are_listed_until_their_day_of_shutdown()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        OpenAIModelClient models = world.Library.GetOpenAIModelClient();

        Assert.Contains((await models.GetModelsAsync(OpenAiWorld.Stop)).Value, m => m.Id == "gpt-4o");
        Assert.Equal("2027-01-14", (await world.GetAsync("models/gpt-4o"))["shutdown_date"]!.GetValue<string>());

        world.Time.Advance(TimeSpan.FromDays(48));

        Assert.DoesNotContain((await models.GetModelsAsync(OpenAiWorld.Stop)).Value, m => m.Id == "gpt-4o");
        ClientResultException gone = await Assert.ThrowsAsync<ClientResultException>(() => models.GetModelAsync("gpt-4o", OpenAiWorld.Stop));
        Assert.Equal(404, gone.Status);
        Assert.Contains("model_not_found", gone.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vectors_of_texts_with_the_same_words_lie_close()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        EmbeddingClient embeddings = world.Library.GetEmbeddingClient("text-embedding-3-small");

        OpenAIEmbeddingCollection vectors = await embeddings.GenerateEmbeddingsAsync(
            ["days of paid vacation", "paid vacation days", "lunch in the canteen"], new EmbeddingGenerationOptions { Dimensions = 256 }, OpenAiWorld.Stop);

        float[][] all = [.. vectors.Select(v => v.ToFloats().ToArray())];
        float Near(int a, int b) => all[a].Zip(all[b], (x, y) => x * y).Sum();
        Assert.All(all, v => Assert.Equal(256, v.Length));
        Assert.InRange(Near(0, 1), 0.99f, 1.01f);
        Assert.InRange(Near(0, 2), -0.5f, 0.5f);
    }

    [Fact]
    public async Task Moderation_flags_a_text_with_a_harmful_word()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        ModerationClient moderations = world.Library.GetModerationClient("omni-moderation-latest");

        ModerationResultCollection results = await moderations.ClassifyTextAsync(["I will kill you!", "Killing time over lunch is a skill."], OpenAiWorld.Stop);

        Assert.True(results[0].Flagged);
        Assert.True(results[0].Violence.Flagged);
        Assert.False(results[1].Flagged);
    }

    [Fact]
    public async Task A_file_is_uploaded_attached_described_searched_and_removed()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        VectorStoreClient stores = world.Library.GetVectorStoreClient();
        OpenAIFile file = await world.Library.GetOpenAIFileClient().UploadFileAsync(
            BinaryData.FromString("The harbour master keeps the keys of the crane."), "crane.txt", FileUploadPurpose.Assistants);
        VectorStore store = await stores.CreateVectorStoreAsync(new VectorStoreCreationOptions { Name = "Harbour" }, OpenAiWorld.Stop);

        await stores.AddFileToVectorStoreAsync(store.Id, file.Id, OpenAiWorld.Stop);
        VectorStoreFile described = await stores.UpdateVectorStoreFileAttributesAsync(
            store.Id, file.Id, new Dictionary<string, BinaryData> { ["kind"] = BinaryData.FromObjectAsJson("note") }, OpenAiWorld.Stop);
        OpenAiReply found = await world.PostAsync($"vector_stores/{store.Id}/search", new() { ["query"] = "Who keeps the keys of the crane?" });
        await stores.RemoveFileFromVectorStoreAsync(store.Id, file.Id, OpenAiWorld.Stop);

        Assert.Equal("note", described.Attributes["kind"].ToObjectFromJson<string>());
        Assert.Equal(file.Id, found.Body["data"]![0]!["file_id"]!.GetValue<string>());
        Assert.Empty(world.Organization.VectorStores.Single(s => s.Id == store.Id).Files);
    }

    [Fact]
    public async Task The_files_of_a_store_come_page_by_page()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        List<string> ids = [];

        await foreach (VectorStoreFile file in world.Library.GetVectorStoreClient().GetVectorStoreFilesAsync(
            "vs_handbook", new VectorStoreFileCollectionOptions { PageSizeLimit = 7 }, OpenAiWorld.Stop))
        {
            ids.Add(file.FileId);
        }

        Assert.Equal(40, ids.Distinct().Count());
        Assert.Equal(6, world.Simulator.Requests.Count);
    }

    [Fact]
    public async Task Structured_output_fits_the_schema_that_was_sent()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        const string schema = """
            {"type":"object","additionalProperties":false,"required":["answer","topic","days"],"properties":{
              "answer":{"type":"string"},"topic":{"type":"string","enum":["lunch","vacation"]},"days":{"type":["integer","null"]}}}
            """;
        ChatCompletionOptions options = new() { ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("reply", BinaryData.FromString(schema), jsonSchemaIsStrict: true) };

        ChatCompletion completion = await world.Library.GetChatClient("gpt-4o").CompleteChatAsync([new UserChatMessage(Question)], options, OpenAiWorld.Stop);

        JsonNode reply = JsonNode.Parse(completion.Content[0].Text)!;
        Assert.Equal(Answer, reply["answer"]!.GetValue<string>());
        Assert.Equal("vacation", reply["topic"]!.GetValue<string>());
        Assert.Null(reply["days"]);
    }

    [Fact]
    public async Task A_scripted_refusal_comes_where_the_library_looks_for_it()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.Script(OpenAiScriptedAnswer.Refuse(), OpenAiScriptedAnswer.Refuse("No.")));

        ChatCompletion completion = await world.Library.GetChatClient("gpt-4o").CompleteChatAsync([new UserChatMessage(Question)], cancellationToken: OpenAiWorld.Stop);
        ResponseResult response = await world.Library.GetResponsesClient().CreateResponseAsync("gpt-4o", Question, cancellationToken: OpenAiWorld.Stop);

        Assert.Equal("I'm sorry, I can't help with that.", completion.Refusal);
        Assert.Equal("No.", Assert.IsAssignableFrom<MessageResponseItem>(response.OutputItems[0]).Content[0].Refusal);
    }
}
