using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

/// <summary>What is left of the sources' quotas, as far as their last answers told: by the headers that most of them share, and by a refusal for the limit.</summary>
/// <remarks><see href="https://developer.atlassian.com/cloud/confluence/rate-limiting/"/>, <see href="https://learn.microsoft.com/sharepoint/dev/general-development/how-to-avoid-getting-throttled-or-blocked-in-sharepoint-online"/>.</remarks>
internal sealed class QuotaBoard(TimeProvider time)
{
    /// <summary>How long a figure counts where the source does not say when the quota is renewed, and at most.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<IntegrationName, Note> _notes = new();

    /// <summary>Learns from an answer that says what is left.</summary>
    public void Observe(IntegrationName integration, HttpResponseMessage response)
    {
        HttpHeadersNonValidated headers = response.Headers.NonValidated;
        string prefix = headers.Contains("RateLimit-Remaining") ? string.Empty : "X-";
        if (Number(headers, $"{prefix}RateLimit-Remaining") is { } remaining && Number(headers, $"{prefix}RateLimit-Limit") is { } limit && limit > 0)
        {
            TimeSpan renewed = prefix.Length == 0 && Number(headers, "RateLimit-Reset") is { } seconds && seconds <= Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Shortest;
            Keep(integration, Math.Clamp(remaining / limit, 0, 1), renewed);
        }
    }

    /// <summary>The source refused a call for its limit and told to wait.</summary>
    public void UsedUp(IntegrationName integration, TimeSpan wait) => Keep(integration, 0, wait < Longest ? wait : Longest);

    /// <summary>The share that is left, 0 to 1, by integration; one that did not tell is absent.</summary>
    public IReadOnlyDictionary<IntegrationName, double> Left()
    {
        long now = time.GetTimestamp();
        return _notes.Where(note => note.Value.Until > now).ToDictionary(static note => note.Key, static note => note.Value.Left);
    }

    /// <summary>Answers to calls under way know nothing of the refusal of another one yet.</summary>
    private void Keep(IntegrationName integration, double left, TimeSpan renewed)
    {
        long now = time.GetTimestamp();
        Note told = new(left, now + time.TicksOf(left > 0 && renewed < Shortest ? Shortest : renewed));
        _notes.AddOrUpdate(integration, static (_, note) => note.Told, static (_, known, note) => known.Left == 0 && known.Until > note.Now && note.Told.Left > 0 ? known : note.Told, (Told: told, Now: now));
    }

    private static double? Number(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out HeaderStringValues values) && double.TryParse(values.ToString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)
            ? number
            : null;

    private readonly record struct Note(double Left, long Until);
}
