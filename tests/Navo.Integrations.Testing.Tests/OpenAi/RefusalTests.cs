using System.Text.Json.Nodes;
using Navo.Integrations.Testing.OpenAi;

namespace Navo.Integrations.Testing.Tests.OpenAi;

/// <summary>What the API refuses, in the forms in which it does.</summary>
public sealed class RefusalTests
{
    [Theory]
    [InlineData("""{"frobnicate":1}""", 400, "unknown_parameter", "frobnicate")]
    [InlineData("""{"model":"gpt-3"}""", 404, "model_not_found", null)]
    [InlineData("""{"model":"text-embedding-3-small"}""", 404, "model_not_found", null)]
    [InlineData("""{"max_output_tokens":15}""", 400, "integer_below_min_value", "max_output_tokens")]
    [InlineData("""{"temperature":"hot"}""", 400, "invalid_type", "temperature")]
    [InlineData("""{"temperature":3}""", 400, "decimal_out_of_range", "temperature")]
    [InlineData("""{"model":null}""", 400, "missing_required_parameter", "model")]
    [InlineData("""{"input":null}""", 400, "missing_required_parameter", "input")]
    [InlineData("""{"reasoning":{"effort":"low"}}""", 400, "unsupported_parameter", "reasoning.effort")]
    [InlineData("""{"model":"gpt-6-luna","temperature":0.2}""", 400, "unsupported_parameter", "temperature")]
    [InlineData("""{"model":"gpt-6-luna","top_p":0.2}""", 400, "unsupported_parameter", "top_p")]
    [InlineData("""{"model":"gpt-6-luna","reasoning":{"effort":"lots"}}""", 400, "invalid_value", "reasoning.effort")]
    [InlineData("""{"previous_response_id":"resp_0"}""", 400, "previous_response_not_found", "previous_response_id")]
    [InlineData("""{"text":{"format":{"type":"json_schema","schema":{}}}}""", 400, "missing_required_parameter", "text.format.name")]
    public async Task A_wrong_response_request_is_refused_with_its_code_and_member(string members, int status, string code, string? param)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply reply = await world.AskAsync("How many days?", JsonNode.Parse(members)!.AsObject());

        Assert.Equal((status, code, param), (reply.Status, reply.Error["code"]?.GetValue<string>(), reply.Error["param"]?.GetValue<string>()));
        Assert.Equal("invalid_request_error", reply.Error["type"]!.GetValue<string>());
        Assert.Empty(world.Organization.Usage);
    }

    [Theory]
    [InlineData("""{"model":"gpt-6-luna","max_tokens":100}""", "unsupported_parameter", "max_tokens")]
    [InlineData("""{"model":"gpt-6-luna","temperature":0}""", "unsupported_value", "temperature")]
    [InlineData("""{"reasoning_effort":"low"}""", null, null)]
    [InlineData("""{"messages":[]}""", "empty_array", "messages")]
    [InlineData("""{"messages":[{"role":"robot","content":"x"}]}""", "invalid_value", "messages[0].role")]
    [InlineData("""{"input":"x"}""", "unknown_parameter", "input")]
    [InlineData("""{"stream_options":{"include_usage":true}}""", null, "stream_options")]
    public async Task A_wrong_chat_request_is_refused_with_its_code_and_member(string members, string? code, string? param)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply reply = await world.ChatAsync("How many days?", JsonNode.Parse(members)!.AsObject());

        Assert.Equal((400, code, param), (reply.Status, reply.Error["code"]?.GetValue<string>(), reply.Error["param"]?.GetValue<string>()));
    }

    [Fact]
    public async Task A_model_that_thinks_takes_a_temperature_where_it_is_told_not_to_think()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply reply = await world.AskAsync("How many vacation days?", new() { ["model"] = "gpt-6-luna", ["temperature"] = 0.2, ["reasoning"] = new JsonObject { ["effort"] = "none" } });

        Assert.Equal(200, reply.Status);
        Assert.Equal("message", reply.Body["output"]![0]!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":["a"]}""", "In context=(), 'additionalProperties' is required to be supplied and to be false.")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"string"}},"required":[],"additionalProperties":false}""", "Missing 'a'.")]
    [InlineData("""{"type":"object","properties":{"a":{"type":"array","items":{"type":"object","properties":{}}}},"required":["a"],"additionalProperties":false}""", "In context=('properties', 'a', 'items')")]
    [InlineData("""{"type":"array","items":{"type":"string"}}""", "type: \"array\"")]
    public async Task A_strict_schema_that_breaks_the_rules_is_refused(string schema, string message)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        JsonObject Format(bool isStrict) => new()
        {
            ["text"] = new JsonObject
            {
                ["format"] = new JsonObject { ["type"] = "json_schema", ["name"] = "reply", ["strict"] = isStrict, ["schema"] = JsonNode.Parse(schema) },
            },
        };

        OpenAiReply strict = await world.AskAsync("How many days?", Format(true));
        OpenAiReply loose = await world.AskAsync("How many days?", Format(false));

        Assert.Equal(("invalid_json_schema", "text.format.schema"), (strict.Error["code"]!.GetValue<string>(), strict.Error["param"]!.GetValue<string>()));
        Assert.Contains(message, strict.Error["message"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(200, loose.Status);
    }

    [Fact]
    public async Task A_prompt_beyond_the_context_window_is_refused()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync(o => o.Put(o.Model("gpt-4o")! with { ContextWindow = 20 }));

        OpenAiReply response = await world.AskAsync("How many days?");
        OpenAiReply chat = await world.ChatAsync("How many days?");

        Assert.All([response, chat], r => Assert.Equal((400, "context_length_exceeded"), (r.Status, r.Error["code"]!.GetValue<string>())));
        Assert.Contains("maximum context length is 20 tokens", chat.Error["message"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_open_what_they_are_for_until_they_are_revoked()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();
        OpenAiApiKey second = world.Organization.AddKey();
        OpenAiApiKey first = world.Organization.Keys[0];

        Assert.Equal(403, (await world.SendAsync(HttpMethod.Get, "organization/costs?start_time=0")).Status);
        world.UseKey(world.Simulator.AdminApiKey);
        Assert.Equal(403, (await world.SendAsync(HttpMethod.Get, "models")).Status);
        world.UseKey(second.Secret);
        Assert.Equal(200, (await world.SendAsync(HttpMethod.Get, "models")).Status);
        Assert.True(world.Organization.RevokeKey(first.Id));
        world.UseKey(first.Secret);
        OpenAiReply revoked = await world.SendAsync(HttpMethod.Get, "models");
        world.UseKey(null);
        OpenAiReply none = await world.SendAsync(HttpMethod.Get, "models");

        Assert.Equal((401, "invalid_api_key"), (revoked.Status, revoked.Error["code"]!.GetValue<string>()));
        Assert.DoesNotContain(first.Secret, revoked.Text, StringComparison.Ordinal);
        Assert.Equal((401, null), (none.Status, none.Error["code"]));
        Assert.Equal([null, null, second.Id, null, null], world.Simulator.Requests.Select(r => r.AccountId == second.Id ? second.Id : null));
        Assert.DoesNotContain(world.Simulator.Requests, r => r.ToString().Contains(first.Secret, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("OpenAI-Organization", "mismatched_organization")]
    [InlineData("OpenAI-Project", "mismatched_project")]
    public async Task A_header_of_another_organization_or_project_is_refused(string header, string code)
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply wrong = await world.SendAsync(HttpMethod.Get, "models", headers: (header, "other"));
        OpenAiReply right = await world.SendAsync(
            HttpMethod.Get, "models", null, ("OpenAI-Organization", world.Simulator.OrganizationId), ("OpenAI-Project", world.Simulator.ProjectId));

        Assert.Equal((401, code), (wrong.Status, wrong.Error["code"]!.GetValue<string>()));
        Assert.Equal(200, right.Status);
        Assert.Equal(world.Simulator.OrganizationId, right.Headers["openai-organization"]);
        Assert.Equal("2020-10-01", right.Headers["openai-version"]);
        Assert.StartsWith("req_", right.Headers["x-request-id"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_address_or_method_is_refused()
    {
        await using OpenAiWorld world = await OpenAiWorld.StartAsync();

        OpenAiReply reply = await world.SendAsync(HttpMethod.Delete, "chat/completions");

        Assert.Equal(404, reply.Status);
        Assert.Equal("Invalid URL (DELETE /v1/chat/completions)", reply.Error["message"]!.GetValue<string>());
    }
}
