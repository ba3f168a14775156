using System.Collections.Concurrent;
using Navo.Integrations.Core.Http;
using Navo.Integrations.EnterpriseGpt.Api;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>
/// Spaces requests out by what the answers say is left of each model's quota, in requests and in tokens. Nothing is spaced until an answer says so: the headers come with
/// answers of models only, and not with every one.
/// </summary>
/// <remarks><see href="https://platform.openai.com/docs/guides/rate-limits"/>.</remarks>
internal sealed class TokenPacer(TimeProvider time) : IRequestPacer
{
    private const int MostModels = 200;

    private readonly ConcurrentDictionary<string, ModelQuota> _models = new(StringComparer.Ordinal);

    /// <summary>Carries what a request is going to take to the handlers.</summary>
    public static HttpRequestOptionsKey<RequestTraits> Traits { get; } = new("Navo.Integrations.EnterpriseGpt.Traits");

    public TimeSpan Reserve(HttpRequestMessage request) => QuotaOf(request, out RequestTraits traits)?.Reserve(request, traits.Tokens) ?? TimeSpan.Zero;

    public void Observe(HttpRequestMessage request, HttpResponseMessage response) => QuotaOf(request, out _)?.Observe(request, response);

    public void Release(HttpRequestMessage request) => QuotaOf(request, out _)?.Release(request);

    /// <summary>What is left of each model's quota, as the last answers had it, by model.</summary>
    public IReadOnlyDictionary<string, QuotaLeft> Left() =>
        _models.Select(model => (model.Key, Left: model.Value.Left())).Where(model => model.Left is not null).ToDictionary(model => model.Key, model => model.Left!, StringComparer.Ordinal);

    /// <summary>The scarcest quota among all models that were asked, those that calls name too, as the last answers had it; null where none of them told.</summary>
    public (string Model, QuotaLeft Left)? Scarcest() => Left()
        .OrderBy(static model => model.Value.Least)
        .Select(static model => ((string, QuotaLeft)?)(model.Key, model.Value))
        .FirstOrDefault();

    private ModelQuota? QuotaOf(HttpRequestMessage request, out RequestTraits traits)
    {
        bool isKnown = request.Options.TryGetValue(Traits, out RequestTraits? told) && told.Model.Length > 0;
        traits = told ?? RequestTraits.None;
        if (!isKnown)
        {
            return null;
        }

        return _models.TryGetValue(traits.Model, out ModelQuota? quota) ? quota : _models.Count < MostModels ? _models.GetOrAdd(traits.Model, _ => new(time)) : null;
    }
}
