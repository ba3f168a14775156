using System.Net.Http.Headers;
using System.Text.Json;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Integrations.Benchmarks;

/// <summary>One answer through the whole stack, against the plainest code and the vendor's own client in the same rounds; and what is answered without the vendor.</summary>
internal static class GptBenchmark
{
    private const int Rounds = 101;
    private const int Calls = 15;
    private const double MostTime = 1.15;
    private const double MostAnalysis = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(50);

    public static async Task<Row[]> RunAsync(Uri address)
    {
        await using GptOurs ours = new(address, EnterpriseGptApi.Responses);
        await using GptOurs oursByChat = new(address, EnterpriseGptApi.ChatCompletions);
        GptOfficial official = new(address);
        using HttpClient http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "benchmark");
        Interleaved answers = new(() => RawAsync(http), official.RespondAsync, ours.AnswerAsync, official.ChatAsync, oursByChat.AnswerAsync, official.StreamAsync, ours.StreamAsync);
        await answers.RunAsync(Rounds, Calls, Patience);
        Interleaved local = new(ours.KeptAsync, ours.AnalyzeAsync);
        await local.RunAsync(Rounds, 10 * Calls, Patience / 5);
        return
        [
            Compare("answer", answers, 1, 0, "raw HttpClient", official: true),
            Compare("answer", answers, 2, 0, "raw HttpClient"),
            Compare("answer", answers, 2, 1, "ResponsesClient", MostTime),
            Compare("answer by chat completions", answers, 4, 3, "ChatClient"),
            Compare("streamed answer of 100 pieces", answers, 6, 5, "ResponsesClient"),
            Alone("answer out of the cache", local.Of(0), null),
            Alone("analysis by fixed rules", local.Of(1), MostAnalysis),
        ];
    }

    private static async Task RawAsync(HttpClient http)
    {
        LeanGpt.Request question = new(GptQuestion.Model, GptQuestion.Instructions, [new("user", GptQuestion.Input)], GptQuestion.MaxTokens, GptQuestion.Temperature, Store: false);
        using ByteArrayContent body = new(JsonSerializer.SerializeToUtf8Bytes(question, LeanGptJson.Default.Request));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using HttpRequestMessage request = new(HttpMethod.Post, "/v1/responses") { Content = body };
        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using Stream stream = await response.Content.ReadAsStreamAsync();
        LeanGpt.Response? answer = await JsonSerializer.DeserializeAsync(stream, LeanGptJson.Default.Response);
        string? text = answer?.Output?.FirstOrDefault(o => o.Type == "message")?.Content?.FirstOrDefault(p => p.Type == "output_text")?.Text;
        GptCheck.Answer(text, answer?.Usage?.InputTokens, answer?.Usage?.OutputTokens);
    }

    private static Row Compare(string what, Interleaved answers, int way, int against, string name, double? most = null, bool official = false)
    {
        (double middle, double low, double high) = answers.Ratio(way, against);
        (Sample mine, Sample theirs) = (answers.Of(way), answers.Of(against));
        return new(
            official ? $"ResponsesClient, {what}" : what,
            Text(mine),
            $"{name} {Text(theirs)}",
            $"{middle:N2} (p10 {low:N2}, p90 {high:N2})",
            most is null ? "" : $"<= {most:N2}",
            most is null || middle <= most);
    }

    private static Row Alone(string what, Sample sample, double? most) =>
        new(what, Text(sample), "", "", most is null ? "" : $"<= {most:N0} µs", most is null || sample.Microseconds <= most);

    private static string Text(Sample sample) => sample.Microseconds < 100 ? $"{sample.Microseconds:N1} µs, {sample.Bytes / 1000:N1} kB" : $"{sample.Microseconds:N0} µs, {sample.Bytes / 1000:N0} kB";
}
