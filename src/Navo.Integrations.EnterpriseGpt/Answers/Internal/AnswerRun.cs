using System.Security.Cryptography;
using System.Text;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>One question on its way to its answer.</summary>
internal sealed class AnswerRun(AnswerParts parts, KnowledgeQuestion question, AccessContext reader, Action<string> onText)
{
    private readonly string _id = Guid.NewGuid().ToString("N");
    private readonly string _questionSha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(question.Text)));
    private readonly KnowledgeAssistantOptions _options = parts.Options.CurrentValue;
    private readonly Spending _spending = new();
    private readonly List<AnswerNotice> _notices = [];
    private GeneratedResponse? _response;
    private ExtractiveReason _reason;
    private bool _isCut;

    public async Task<KnowledgeAnswer> AnswerAsync(CancellationToken cancellationToken)
    {
        question.RequireWhole();
        Grounds grounds = await new Grounding(parts).PrepareAsync(question, reader, _options, _spending, cancellationToken).ConfigureAwait(false);
        await parts.Audit.WriteAsync(Record(grounds.Decided, null, []), cancellationToken).ConfigureAwait(false);
        CitationList citations = new(parts.Time.GetUtcNow(), grounds.Alternatives);
        AnswerText text = new(_options, citations, onText);
        try
        {
            await WriteAsync(grounds, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception)
        {
            await CloseFailedAsync(grounds).ConfigureAwait(false);
            throw;
        }

        AnswerOutcome outcome = !text.HasSupport ? AnswerOutcome.DontKnow : _reason == ExtractiveReason.None ? AnswerOutcome.Answered : AnswerOutcome.Extractive;
        AnswerRecord record = Record(grounds.Decided, outcome, citations.Passages) with { Stage = AnswerRecordStage.Closed };
        await parts.Audit.WriteAsync(record, cancellationToken).ConfigureAwait(false);
        if (outcome == AnswerOutcome.DontKnow)
        {
            text.Replace(_options.DontKnowText);
        }

        return Whole(grounds, outcome, text, citations);
    }

    private async Task WriteAsync(Grounds grounds, AnswerText text, CancellationToken cancellationToken)
    {
        if (grounds.Passages.Count == 0)
        {
            return; // nothing to ask about, so nothing is spent
        }

        _reason = parts.Client is null ? ExtractiveReason.NoModel : ExtractiveReason.None;
        if (parts.Client is not null)
        {
            await AskAsync(parts.Client, grounds, text, cancellationToken).ConfigureAwait(false);
        }
        else if (!_options.AllowExtractive)
        {
            throw new ConfigurationException("No model is registered, and answers without one are switched off.") { Remedy = "Call AddEnterpriseGpt, or set AllowExtractive." };
        }

        if (_reason != ExtractiveReason.None)
        {
            text.Discard(); // what a model said that broke off before anything was supported
            ExtractiveWriter.Write(grounds.Passages, grounds.Question, _options.ExtractiveSentences, text);
        }
    }

    private async Task AskAsync(IEnterpriseGptClient client, Grounds grounds, AnswerText text, CancellationToken cancellationToken)
    {
        AnswerWriter writer = new(grounds.Passages, grounds.Question, text);
        try
        {
            await foreach (ResponseUpdate update in client.StreamResponseAsync(Request(grounds), reader, cancellationToken).ConfigureAwait(false))
            {
                writer.Add(update.Text);
                _response = update.Response ?? _response;
            }
        }
        catch (IntegrationException failure) when (text.HasSupport || (_options.AllowExtractive && ModelFailures.ReasonOf(failure) != ExtractiveReason.None))
        {
            _isCut = text.HasSupport; // what was said stays, and is said to be cut
            _reason = text.HasSupport ? ExtractiveReason.None : ModelFailures.ReasonOf(failure);
            return;
        }

        writer.Finish();
        _spending.Add(_response!);
        _isCut = !_response!.IsComplete;
    }

    private GenerateRequest Request(Grounds grounds) => new(grounds.Question)
    {
        Sources = [.. grounds.Passages.Select(static p => p.ToSource())],
        ContextTokens = _options.ContextTokens,
        Tenant = question.Tenant,
        Model = question.Model,
        AllowCache = question.AllowCache,
    };

    private async Task CloseFailedAsync(Grounds grounds)
    {
        try
        {
            await parts.Audit.WriteAsync(Record(grounds.Decided, null, []) with { Stage = AnswerRecordStage.Closed }, CancellationToken.None).ConfigureAwait(false);
        }
        catch (IntegrationException)
        {
            // The failure of the answer is what the caller should see; this one is logged.
        }
    }

    private AnswerRecord Record(IReadOnlyList<AnswerRecordPassage> decided, AnswerOutcome? outcome, IReadOnlyList<Passage> cited) => new()
    {
        AnswerId = _id,
        Stage = AnswerRecordStage.Opened,
        Timestamp = parts.Time.GetUtcNow(),
        Reader = reader.Key,
        QuestionSha256 = _questionSha256,
        Passages = decided,
        Model = _response?.Model,
        Usage = _spending.Usage,
        Cost = _spending.Cost,
        Outcome = outcome,
        ExtractiveReason = _reason,
        FromCache = _response is { } response && response.Origin.Kind != ResultOriginKind.Source,
        Cited = [.. cited.Select(static p => p.Item.ToString()).Distinct()],
    };

    private KnowledgeAnswer Whole(Grounds grounds, AnswerOutcome outcome, AnswerText text, CitationList citations)
    {
        bool isKnown = outcome != AnswerOutcome.DontKnow;
        _notices.AddRange(AnswerNotices.Of(grounds, isKnown ? citations.Passages : [], _options.StaleAfter, parts.Time.GetUtcNow()));
        _notices.AddRange(AnswerNotices.OfModel(_response, _isCut, isKnown && text.HasUnknown));
        return new()
        {
            Question = grounds.Question,
            Text = text.Text,
            Outcome = outcome,
            ExtractiveReason = _reason,
            IsComplete = !_isCut,
            Citations = isKnown ? citations.ToPublic() : [],
            Sentences = text.Sentences,
            DroppedSentences = text.Dropped,
            Notices = _notices,
            Hits = grounds.Hits,
            Passages = [.. grounds.Passages.Select(static p => p.ToPublic())],
            Reports = grounds.Reports,
            Unread = [.. grounds.Unread.Select(static u => u.Item)],
            Response = _response,
            Usage = _spending.Usage,
            Cost = _spending.Cost,
        };
    }
}
