using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi;
using Navo.Integrations.Testing.OpenAi.Model;
using NJsonSchema;

namespace Navo.Integrations.Testing.Tests.OpenAi;

/// <summary>Answers are built from the prompt, scripted, or cut.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("How many days of vacation does an employee have?", "Every employee has 30 days of paid vacation per calendar year. [1]")]
    [InlineData("What does a lunch cost in the canteen?", "Lunch costs 5.50 euros. [2]")]
    [InlineData("Who won the chess championship?", "I don't know.")]
    public async Task The_answer_is_the_sentence_that_shares_most_words_with_the_question(string question, string answer)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply response = await world.AskAsync(question);
        OpenAiReply chat = await world.ChatAsync(question);

        Assert.Equal(answer, TextOf(response));
        Assert.Equal(answer, chat.Body["choices"]![0]!["message"]!["content"]!.GetValue<string>());
    }

    [Fact]
    public void Passages_in_the_rules_are_read_where_the_user_brings_none() => Assert.Equal(
        "The pier opens at noon.",
        AnswerBuilder.Build([new("system", "Be short.\n\nThe pier opens at noon."), new("user", "When does the pier open?")]));

    [Theory]
    [InlineData("responses", "max_output_tokens", 16)]
    [InlineData("chat/completions", "max_completion_tokens", 5)]
    public async Task A_limit_cuts_the_answer(string path, string member, int limit)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.Script(OpenAiScriptedAnswer.Say(string.Join(' ', Enumerable.Range(1, 60)))));
        JsonObject more = new() { [member] = limit };

        OpenAiReply reply = path == "responses" ? await world.AskAsync("How?", more) : await world.ChatAsync("How?", more);

        if (path == "responses")
        {
            Assert.Equal(("incomplete", "max_output_tokens"), (reply.Body["status"]!.GetValue<string>(), reply.Body["incomplete_details"]!["reason"]!.GetValue<string>()));
            Assert.Equal(string.Join(' ', Enumerable.Range(1, 16)), TextOf(reply));
        }
        else
        {
            Assert.Equal("length", reply.Body["choices"]![0]!["finish_reason"]!.GetValue<string>());
            Assert.Equal("1 2 3 4 5", reply.Body["choices"]![0]!["message"]!["content"]!.GetValue<string>());
        }

        Assert.Equal(limit, world.Organization.Usage[0].OutputTokens);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Thoughts_can_leave_no_room_for_any_text(bool isStreamed)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply reply = await world.AskAsync("How many vacation days?", new() { ["model"] = "gpt-6-luna", ["max_output_tokens"] = 100, ["stream"] = isStreamed });

        JsonNode response = isStreamed ? reply.Events[^1]["response"]! : reply.Body;
        Assert.Equal("incomplete", response["status"]!.GetValue<string>());
        Assert.Equal(["reasoning"], response["output"]!.AsArray().Select(o => o!["type"]!.GetValue<string>()));
        Assert.Equal(100, response["usage"]!["output_tokens_details"]!["reasoning_tokens"]!.GetValue<int>());
    }

    [Fact]
    public async Task Scripted_answers_come_first_and_end_as_they_say()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.Script(
            OpenAiScriptedAnswer.Say("not json"), OpenAiScriptedAnswer.Filtered("Half a"), OpenAiScriptedAnswer.CutOff("{\"a\":"), OpenAiScriptedAnswer.Truncated()));

        OpenAiReply said = await world.AskAsync("How many vacation days?");
        OpenAiReply filtered = await world.AskAsync("How many vacation days?");
        OpenAiReply cut = await world.ChatAsync("How many vacation days?");
        OpenAiReply half = await world.ChatAsync("How many vacation days?", new() { ["response_format"] = new JsonObject { ["type"] = "json_object" } });
        OpenAiReply built = await world.AskAsync("How many vacation days?");

        Assert.Equal("not json", TextOf(said));
        Assert.Equal("content_filter", filtered.Body["incomplete_details"]!["reason"]!.GetValue<string>());
        Assert.Equal("length", cut.Body["choices"]![0]!["finish_reason"]!.GetValue<string>());
        Assert.StartsWith("{\"answer\":\"Every", half.Body["choices"]![0]!["message"]!["content"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => JsonNode.Parse(half.Body["choices"]![0]!["message"]!["content"]!.GetValue<string>()));
        Assert.StartsWith("Every employee", TextOf(built), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"terms":{"type":"array","items":{"type":"string"},"minItems":2,"maxItems":3},"when":{"type":["string","null"],"format":"date"},"size":{"type":"integer","minimum":1,"maximum":5}}}""")]
    [InlineData("""{"type":"object","properties":{"kinds":{"type":"array","items":{"type":"string","enum":["page","file","lunch"]}},"isUrgent":{"type":"boolean"},"owner":{"anyOf":[{"type":"string"},{"type":"null"}]}}}""")]
    [InlineData("""{"type":"object","properties":{"node":{"$ref":"#/$defs/node"}},"$defs":{"node":{"type":"object","properties":{"name":{"type":"string"},"children":{"type":"array","items":{"$ref":"#/$defs/node"}}}}}}""")]
    public async Task A_built_value_fits_any_schema(string text)
    {
        JsonObject schema = Strict(JsonNode.Parse(text)!.AsObject());
        Assert.Null(SchemaRules.Violation(schema));
        IReadOnlyList<PromptMessage> prompt = [new("user", "Question: When does the canteen serve lunch on file days?")];

        string made = new SchemaWalker(schema, new(prompt)).Make()!.ToJsonString();

        JsonSchema check = await JsonSchema.FromJsonAsync(schema.ToJsonString().Replace("$defs", "definitions", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        Assert.Empty(check.Validate(made).Select(e => e.ToString()));
    }

    [Fact]
    public void A_built_value_holds_what_the_input_says()
    {
        JsonObject schema = Strict(JsonNode.Parse(
            """{"type":"object","properties":{"owner":{"type":["string","null"]},"kinds":{"type":"array","items":{"type":"string","enum":["page","file"]}},"isUrgent":{"type":"boolean"},"parkingPlaces":{"type":"integer"}}}""")!.AsObject());

        JsonNode made = new SchemaWalker(schema, new([new("user", "Owner: Ada\nParking places: 40\n\nQuestion: Which file is urgent?")])).Make()!;

        Assert.Equal("""{"owner":"Ada","kinds":["file"],"isUrgent":true,"parkingPlaces":40}""", made.ToJsonString());
    }

    private static string TextOf(OpenAiReply reply) => reply.Body["output"]!.AsArray()[^1]!["content"]![0]!["text"]!.GetValue<string>();

    private static JsonObject Strict(JsonObject schema)
    {
        foreach (JsonObject child in schema.Select(m => m.Value).OfType<JsonObject>())
        {
            Strict(child);
        }

        if (schema["properties"] is JsonObject properties && schema["type"] is JsonValue)
        {
            schema["additionalProperties"] = false;
            schema["required"] = new JsonArray([.. properties.Select(p => (JsonNode)p.Key)]);
        }

        return schema;
    }
}
