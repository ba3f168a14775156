using System.Net;
using System.Text;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Api;
using Navo.Integrations.EnterpriseGpt.Internal;

namespace Navo.Integrations.EnterpriseGpt.Tests.Wire;

/// <summary>A question whose answer is read whole goes past the OpenAI library, and says all that the library would say.</summary>
public sealed class QuestionPostTests
{
    private const string Prompt = "<passage title=\"Größe & Maß\">'🚢' \u2028 \0 \\\n</passage>";

    [Theory, InlineData(true), InlineData(false)]
    public async Task It_names_organization_project_agent_and_what_it_takes(bool isChat)
    {
        (HttpRequestMessage sent, _, ModelAnswer answer) = await AskAsync(isChat, "org-1", "proj-1");

        Assert.Equal((HttpMethod.Post, isChat ? "http://127.0.0.1/v1/chat/completions" : "http://127.0.0.1/v1/responses"), (sent.Method, sent.RequestUri!.AbsoluteUri));
        Assert.Equal(["application/json", "org-1", "proj-1"], new[] { "Accept", "OpenAI-Organization", "OpenAI-Project" }.Select(name => sent.Headers.NonValidated[name].ToString()));
        Assert.StartsWith("Navo.Integrations/", sent.Headers.NonValidated["User-Agent"].ToString(), StringComparison.Ordinal);
        Assert.Equal("application/json", sent.Content!.Headers.ContentType!.ToString());
        Assert.Equal(("Yes.", "req_1", new TokenUsage(5, 0, 0, 4, 0)), (answer.Text, answer.RequestId, answer.Usage!.Value));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Without_organization_and_project_it_names_none(bool isChat)
    {
        (HttpRequestMessage sent, _, _) = await AskAsync(isChat, null, null);

        Assert.DoesNotContain(sent.Headers, header => header.Key.StartsWith("OpenAI", StringComparison.OrdinalIgnoreCase));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task The_prompt_arrives_as_it_is_and_is_escaped_no_more_than_JSON_asks(bool isChat)
    {
        (_, string body, _) = await AskAsync(isChat, null, null);

        using JsonDocument json = JsonDocument.Parse(body);
        Assert.Equal(Prompt, json.RootElement.GetProperty(isChat ? "messages" : "input")[0].GetProperty("content").GetString());
        Assert.Contains("<passage title=\\\"Größe & Maß\\\">'", body, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_cannot_be_written_leaves_nothing_behind_for_the_next()
    {
        Assert.ThrowsAny<Exception>(() => RequestJson.Write(double.NaN, Api.Wire.OpenAiJson.Default.Double));

        Assert.Equal("1.5", Encoding.UTF8.GetString(RequestJson.Write(1.5, Api.Wire.OpenAiJson.Default.Double)));
    }

    [Fact]
    public void A_reader_has_one_hash_in_each_tenant_however_many_ask_between()
    {
        AccessContext ada = AccessContext.ForUser(new("entra", "ada"));
        string? first = RequestIdentity.Of(ada, "one");
        for (int i = 0; i < 2500; i++)
        {
            Assert.NotEqual(first, RequestIdentity.Of(AccessContext.ForUser(new("entra", $"{i}")), "one"));
        }

        Assert.Equal(first, RequestIdentity.Of(ada, "one"));
        Assert.NotEqual(first, RequestIdentity.Of(ada, "two"));
        Assert.NotEqual(first, RequestIdentity.Of(ada, null));
    }

    private static async Task<(HttpRequestMessage Sent, string Body, ModelAnswer Answer)> AskAsync(bool isChat, string? organization, string? project)
    {
        using Recorder recorder = new(isChat
            ? """{"model":"m","choices":[{"message":{"role":"assistant","content":"Yes."},"finish_reason":"stop"}],"usage":{"prompt_tokens":5,"completion_tokens":4}}"""
            : """{"status":"completed","model":"m","output":[{"type":"message","content":[{"type":"output_text","text":"Yes."}]}],"usage":{"input_tokens":5,"output_tokens":4}}""");
        using HttpClient http = new(recorder);
        OpenAiClients clients = new(http, new("http://127.0.0.1/v1/"), organization, project);
        IModelWire wire = isChat ? new ChatCompletionsWire(clients, 1 << 20) : new ResponsesWire(clients, 1 << 20);
        ModelRequest question = new() { Model = "m", Instructions = string.Empty, Input = Prompt, MaxOutputTokens = 100 };
        ModelAnswer answer = await wire.CompleteAsync(question, TestContext.Current.CancellationToken);
        return (recorder.Sent!, recorder.Body, answer);
    }

    private sealed class Recorder(string answer) : HttpMessageHandler
    {
        public HttpRequestMessage? Sent { get; private set; }

        public string Body { get; private set; } = string.Empty;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            (Sent, Body) = (request, await request.Content!.ReadAsStringAsync(cancellationToken));
            HttpResponseMessage response = new(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "application/json") };
            response.Headers.Add("x-request-id", "req_1");
            return response;
        }
    }
}
