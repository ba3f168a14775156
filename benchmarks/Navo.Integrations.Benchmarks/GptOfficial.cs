using System.ClientModel;
using System.Text;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;

namespace Navo.Integrations.Benchmarks;

/// <summary>The vendor's own client, as its documentation has it: the whole answer parsed, its text and usage read.</summary>
internal sealed class GptOfficial
{
    private readonly ResponsesClient _responses;
    private readonly ChatClient _chat;

    public GptOfficial(Uri address)
    {
        OpenAIClient client = new(new ApiKeyCredential("benchmark"), new OpenAIClientOptions { Endpoint = new(address, "v1") });
        _responses = client.GetResponsesClient();
        _chat = client.GetChatClient(GptQuestion.Model);
    }

    public async Task RespondAsync()
    {
        ResponseResult answer = await _responses.CreateResponseAsync(Options());
        GptCheck.Answer(answer.GetOutputText(), answer.Usage.InputTokenCount, answer.Usage.OutputTokenCount);
    }

    public async Task StreamAsync()
    {
        CreateResponseOptions options = Options();
        options.StreamingEnabled = true;
        StringBuilder text = new();
        ResponseTokenUsage? usage = null;
        await using var updates = await _responses.CreateResponseStreamingAsync(options);
        await foreach (StreamingResponseUpdate update in updates)
        {
            switch (update)
            {
                case StreamingResponseOutputTextDeltaUpdate piece:
                    text.Append(piece.Delta);
                    break;
                case StreamingResponseCompletedUpdate end:
                    usage = end.Response.Usage;
                    break;
            }
        }

        GptCheck.Answer(text.ToString(), usage?.InputTokenCount, usage?.OutputTokenCount);
    }

    public async Task ChatAsync()
    {
        ChatMessage[] messages = [new SystemChatMessage(GptQuestion.Instructions), new UserChatMessage(GptQuestion.Input)];
        ChatCompletion answer = await _chat.CompleteChatAsync(messages, new() { MaxOutputTokenCount = GptQuestion.MaxTokens, Temperature = GptQuestion.Temperature, StoredOutputEnabled = false });
        GptCheck.Answer(answer.Content[0].Text, answer.Usage.InputTokenCount, answer.Usage.OutputTokenCount);
    }

    private static CreateResponseOptions Options() => new(GptQuestion.Model, [ResponseItem.CreateUserMessageItem(GptQuestion.Input)])
    {
        Instructions = GptQuestion.Instructions,
        MaxOutputTokenCount = GptQuestion.MaxTokens,
        Temperature = GptQuestion.Temperature,
        StoredOutputEnabled = false,
    };
}
