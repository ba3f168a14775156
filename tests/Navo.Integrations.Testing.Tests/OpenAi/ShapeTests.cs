using System.Text.Json.Nodes;
using Navo.Integrations.Contracts;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.Testing.Tests.OpenAi;

/// <summary>Answers have the shape that the vendor describes.</summary>
public sealed class ShapeTests
{
    private const string Ask = """{"model":"gpt-4o","input":"The sky is blue. What colour is the sky?","instructions":"Be short."}""";
    private const string Think = """{"model":"gpt-6-luna","input":"The sky is blue. What colour is the sky?","reasoning":{"effort":"low"},"max_output_tokens":64}""";
    private const string Chat = """{"model":"gpt-4o","messages":[{"role":"user","content":"The sky is blue. What colour is the sky?"}]}""";

    [Theory]
    [InlineData("responses", Ask)]
    [InlineData("responses", Think)]
    [InlineData("chat/completions", Chat)]
    [InlineData("embeddings", """{"model":"text-embedding-3-small","input":["sky"],"dimensions":8}""")]
    [InlineData("moderations", """{"input":"You idiot"}""")]
    [InlineData("vector_stores/vs_handbook/search", """{"query":"vacation days","filters":{"type":"eq","key":"kind","value":"page"}}""")]
    [InlineData("vector_stores", """{"name":"mine"}""")]
    [InlineData("responses/input_tokens", """{"model":"gpt-4o","input":"hello"}""")]
    [InlineData("models")]
    [InlineData("models/gpt-4o")]
    [InlineData("files")]
    [InlineData("vector_stores")]
    [InlineData("vector_stores/vs_public")]
    [InlineData("vector_stores/vs_public/files")]
    [InlineData("vector_stores/vs_public/files/{file}")]
    [InlineData("vector_stores/vs_public/files/{file}/content")]
    [InlineData("organization/usage/completions?start_time=1795824000&group_by=model")]
    [InlineData("organization/costs?start_time=1795824000&group_by=line_item")]
    [InlineData("organization/projects/proj_northwindtidal/data_retention")]
    [InlineData("organization/projects/proj_northwindtidal/rate_limits")]
    public async Task Requests_and_answers_fit_the_vendors_description(string path, string? body = null)
    {
        Assert.SkipUnless(SpecificationGate.Default.IsAvailable, SpecificationGate.Default.UnavailableReason ?? string.Empty);
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.AddVectorStore("vs_public").AddFile("one.txt", "One.", new Dictionary<string, object> { ["n"] = 1 }));
        world.Organization.Keep(new OpenAiFile("file-1", "one.txt", "One.", world.Time.GetUtcNow()));
        Assert.Equal(200, (await world.AskAsync("How many vacation days?")).Status);
        world.UseKey(path.StartsWith("organization", StringComparison.Ordinal) ? world.Simulator.AdminApiKey : world.Simulator.ApiKey);
        path = path.Replace("{file}", world.Organization.VectorStores.Single(s => s.Id == "vs_public").Files[^1].Id, StringComparison.Ordinal);
        HttpMethod method = body is null ? HttpMethod.Get : HttpMethod.Post;

        OpenAiReply reply = await world.SendAsync(method, path, body);

        Assert.Equal(200, reply.Status);
        Assert.Empty(SpecificationGate.Default.Violations("OpenAi", method.Method, $"/v1/{path}", body));
        Assert.Empty(SpecificationGate.Default.AnswerViolations("OpenAi", method.Method, $"/v1/{path.Split('?')[0]}", reply.Status, reply.Text));
    }

    [Theory]
    [InlineData("responses", Ask)]
    [InlineData("responses", Think)]
    [InlineData("chat/completions", Chat)]
    public async Task Each_event_of_a_stream_fits_the_vendors_description(string path, string body)
    {
        Assert.SkipUnless(SpecificationGate.Default.IsAvailable, SpecificationGate.Default.UnavailableReason ?? string.Empty);
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        JsonObject streamed = JsonNode.Parse(body)!.AsObject();
        streamed["stream"] = true;

        OpenAiReply reply = await world.PostAsync(path, streamed);

        Assert.NotEmpty(reply.Events);
        string schema = path == "responses" ? "ResponseStreamEvent" : "CreateChatCompletionStreamResponse";
        Assert.Empty(reply.Events.Select(WithoutOpenUsage).SelectMany(e => SpecificationGate.Default.SchemaViolations("OpenAi", schema, e.ToJsonString())));
    }

    /// <summary>The description has no null for the usage of a response that still runs; the service sends it.</summary>
    private static JsonNode WithoutOpenUsage(JsonNode e)
    {
        if (e["response"] is JsonObject response && response["usage"] is null)
        {
            response.Remove("usage");
        }

        return e;
    }
}
