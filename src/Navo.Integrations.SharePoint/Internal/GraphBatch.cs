using System.Net;
using System.Text;
using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Sends questions in batches of 20. Answers come in any order and are matched by id. Those that were throttled, and they alone, are sent again after what they were told to
/// wait, for which everything else to the tenant waits too.
/// </summary>
/// <remarks><see href="https://learn.microsoft.com/graph/json-batching"/>.</remarks>
internal sealed class GraphBatch(IGraphApi api, ResourceUnitPacer pacer, Func<IntegrationHttpSettings> settings, TimeProvider time)
{
    private static readonly Dictionary<string, string> Json = new() { ["Content-Type"] = "application/json" };

    /// <summary>The answers in the order of the requests.</summary>
    public async Task<IReadOnlyList<GraphBatchAnswer>> SendAsync(IReadOnlyList<GraphBatchRequest> requests, CancellationToken cancellationToken)
    {
        GraphBatchAnswer[] answers = new GraphBatchAnswer[requests.Count];
        List<int> left = [.. Enumerable.Range(0, requests.Count)];
        for (int attempt = 0; left.Count > 0; attempt++)
        {
            List<int> limited = [];
            foreach (int[] chunk in left.Chunk(SharePointDefaults.MaxBatch))
            {
                limited.AddRange(await SendChunkAsync(requests, chunk, answers, cancellationToken).ConfigureAwait(false));
            }

            left = attempt < settings().Options.MaxRetryAttempts ? limited : [];
            Pause(left.Select(i => answers[i].Failure!), attempt);
        }

        return answers;
    }

    private async Task<List<int>> SendChunkAsync(IReadOnlyList<GraphBatchRequest> requests, int[] chunk, GraphBatchAnswer[] answers, CancellationToken cancellationToken)
    {
        BatchRequestDto body = new() { Requests = [.. chunk.Select(i => Step(i, requests[i]))] };
        int units = chunk.Sum(i => ResourceUnits.Of($"/v1.0{requests[i].Path.Split('?')[0]}", requests[i].Path));
        BatchResponseDto response = await api.BatchAsync(body, units, cancellationToken).ConfigureAwait(false);
        ILookup<string, BatchAnswerDto> byId = Required.Member(response.Responses, "responses").ToLookup(answer => answer?.Id ?? string.Empty, StringComparer.Ordinal);
        List<int> limited = [];
        foreach (int i in chunk)
        {
            BatchAnswerDto[] found = [.. byId[Name(i)]];
            answers[i] = found is [var answer] ? await ToAnswerAsync(answer, cancellationToken).ConfigureAwait(false) : throw new ProtocolException("A batch does not answer each of its requests once.");
            if (answers[i].Failure is ThrottledException)
            {
                limited.Add(i);
            }
        }

        return limited;
    }

    private static BatchStepDto Step(int i, GraphBatchRequest request) => new()
    {
        Id = Name(i),
        Method = request.Method,
        Url = request.Path,
        Body = request.Body,
        Headers = request.Body is null ? null : Json,
    };

    private static string Name(int i) => (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private async Task<GraphBatchAnswer> ToAnswerAsync(BatchAnswerDto answer, CancellationToken cancellationToken)
    {
        int status = Required.Member(answer.Status, "responses[].status");
        JsonElement body = answer.Body ?? default;
        if (status is >= 200 and < 300)
        {
            return new(body, null);
        }

        if (status is < 100 or > 999)
        {
            return new(body, new ProtocolException("An answer of a batch has no status of HTTP."));
        }

        using HttpResponseMessage response = new((HttpStatusCode)status) { Content = new StringContent(body.ValueKind == JsonValueKind.Undefined ? string.Empty : body.GetRawText(), Encoding.UTF8, "application/json") };
        foreach ((string name, string value) in answer.Headers ?? new Dictionary<string, string>())
        {
            response.Headers.TryAddWithoutValidation(name, value);
        }

        return new(body, await new ResponseErrors(settings(), time).TranslateAsync(response, cancellationToken).ConfigureAwait(false));
    }

    private void Pause(IEnumerable<IntegrationException> limited, int attempt)
    {
        TimeSpan backoff = settings().Options.RetryBaseDelay * Math.Pow(2, attempt);
        foreach (IntegrationException failure in limited)
        {
            pacer.Pause((failure as ThrottledException)?.RetryAfter ?? backoff);
        }
    }
}
