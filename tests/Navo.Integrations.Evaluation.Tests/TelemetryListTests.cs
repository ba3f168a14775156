using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Contracts;

namespace Navo.Integrations.Evaluation.Tests;

/// <summary>Every instrument and every source of activities that the packages have, against the page that lists them.</summary>
public sealed partial class TelemetryListTests : IDisposable
{
    private const string Words = "salary";

    private readonly ConcurrentDictionary<string, Instrument> _instruments = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _tags = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly MeterListener _meters = new();
    private readonly ActivityListener _spans;

    public TelemetryListTests()
    {
        _meters.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name.StartsWith("Navo.", StringComparison.Ordinal))
            {
                _instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Note(tags));
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Note(tags));
        _meters.Start();
        _spans = new()
        {
            ShouldListenTo = static source => source.Name.StartsWith("Navo.", StringComparison.Ordinal),
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
    }

    public void Dispose()
    {
        _meters.Dispose();
        _spans.Dispose();
    }

    [Fact]
    public async Task Row082_the_page_lists_every_instrument_and_tag_and_names_none_that_is_not_there()
    {
        string page = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "docs", "telemetry.md"), TestContext.Current.CancellationToken);
        await AskEverythingAsync();
        _meters.RecordObservableInstruments();

        Assert.Equal([.. Instruments().Matches(page).Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)], _instruments.Keys.Order(StringComparer.Ordinal));
        Assert.All(_instruments.Values, instrument => Assert.True(instrument is { Description.Length: > 10, Unit.Length: > 0 } && Name().IsMatch(instrument.Name), $"{instrument.Name} has no unit, no description or no name as the conventions want it."));
        Assert.All(_tags.Keys, tag => Assert.True(Name().IsMatch(tag) && page.Contains($"`{tag}`", StringComparison.Ordinal), $"{tag} is not on the page."));
    }

    [Fact]
    public async Task Row082_no_span_and_no_measurement_holds_a_question_a_title_or_a_reader()
    {
        await AskEverythingAsync();

        Assert.NotEmpty(_activities);
        string[] lines = [.. _activities.Select(static span => $"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Events.SelectMany(static e => e.Tags))} {string.Join(' ', span.Baggage)}")];
        Assert.DoesNotContain(lines, static line => line.Contains(Words, StringComparison.OrdinalIgnoreCase) || line.Contains("employee", StringComparison.Ordinal) || line.Contains("review notes", StringComparison.OrdinalIgnoreCase));
        Assert.All(_activities.SelectMany(static span => span.TagObjects).Select(static tag => tag.Key), tag => Assert.Matches(Name(), tag));
    }

    private static async Task AskEverythingAsync()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        await using Company company = await Company.StartAsync(cancellationToken: token);
        AccessContext ada = company.Readers["ada"].Access;
        IIntegrationCatalog catalog = company.Services.GetRequiredService<IIntegrationCatalog>();
        FederatedPage page = await company.Services.GetRequiredService<IFederatedSearch>().SearchAsync(new(Words), ada, token);
        await catalog[page.Hits[0].Hit.Source.ToString()].GetContentAsync(page.Hits[0].Hit.Id, ada, token);
        await catalog[page.Hits[0].Hit.Source.ToString()].CheckPermissionsAsync(page.Hits[0].Hit.Id, company.Readers["ben"].Access, token);
        await company.Assistant.AskAsync(new($"Who decides about {Words}?"), ada, token);
    }

    private void Note(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (KeyValuePair<string, object?> tag in tags)
        {
            _tags[tag.Key] = true;
        }
    }

    /// <summary>A row of a table whose first cell is an instrument: the second says its kind.</summary>
    [GeneratedRegex(@"\| `([a-z_.]+)` \| (?:histogram|counter|gauge)", RegexOptions.NonBacktracking)]
    private static partial Regex Instruments();

    [GeneratedRegex(@"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$", RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
