using System.Globalization;
using CsCheck;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt.Internal.Language;

namespace Navo.Integrations.EnterpriseGpt.Tests.Language;

public sealed class DeterministicAnalyzerTests
{
    /// <summary>A Wednesday.</summary>
    private static readonly DateTimeOffset Now = new(2026, 11, 25, 10, 30, 0, TimeSpan.Zero);

    private static QueryAnalysis Analyze(string query) => DeterministicAnalyzer.Analyze(query, Now);

    [Theory]
    [InlineData("What is our policy for remote work?", "en")]
    [InlineData("Wie beantrage ich Urlaub für nächstes Jahr?", "de")]
    [InlineData("Quelle est la politique de télétravail dans notre équipe ?", "fr")]
    [InlineData("¿Cuál es la política de vacaciones para los empleados?", "es")]
    [InlineData("Qual è la procedura per le ferie della nostra azienda?", "it")]
    [InlineData("Qual é a política de férias da nossa empresa?", "pt")]
    [InlineData("Wat is het beleid voor thuiswerken in onze organisatie?", "nl")]
    [InlineData("休暇の申請方法", "ja")]
    [InlineData("请假政策", "zh")]
    [InlineData("휴가 정책", "ko")]
    [InlineData("vacation 2025", "und")]
    [InlineData("in Berlin", "und")]
    public void Row087_The_language_is_told_by_stop_words_or_script(string query, string language) => Assert.Equal(language, Analyze(query).Language);

    [Theory]
    [InlineData("Summarize the Q3 review", QueryIntent.Summarize)]
    [InlineData("Fasse das Protokoll zusammen", QueryIntent.Summarize)]
    [InlineData("Compare the two vendors", QueryIntent.Compare)]
    [InlineData("Was ist der Unterschied zwischen A und B?", QueryIntent.Compare)]
    [InlineData("How do I reset my password?", QueryIntent.HowTo)]
    [InlineData("Wie kann ich Urlaub beantragen?", QueryIntent.HowTo)]
    [InlineData("Who owns the billing service?", QueryIntent.FindPerson)]
    [InlineData("Wer leitet das Projekt Phoenix?", QueryIntent.FindPerson)]
    [InlineData("VPN is not working since today", QueryIntent.Troubleshoot)]
    [InlineData("How do I fix the error 500?", QueryIntent.Troubleshoot)]
    [InlineData("Show me all pages on onboarding", QueryIntent.ListItems)]
    [InlineData("List the open positions", QueryIntent.ListItems)]
    [InlineData("Find the travel policy", QueryIntent.FindDocument)]
    [InlineData("Wo finde ich die Reiserichtlinie?", QueryIntent.FindDocument)]
    [InlineData("When does the contract end?", QueryIntent.AnswerQuestion)]
    [InlineData("vacation policy", QueryIntent.Unknown)]
    public void Row087_The_intent_is_told_by_leading_and_telling_words(string query, QueryIntent intent) => Assert.Equal(intent, Analyze(query).Intent);

    [Theory]
    [InlineData("reports from today", "2026-11-25", "2026-11-26")]
    [InlineData("what changed yesterday?", "2026-11-24", "2026-11-25")]
    [InlineData("Änderungen von gestern", "2026-11-24", "2026-11-25")]
    [InlineData("what did we decide last week?", "2026-11-16", "2026-11-23")]
    [InlineData("minutes of the last 7 days", "2026-11-18T10:30", "2026-11-25T10:30")]
    [InlineData("Protokolle der letzten 2 Wochen", "2026-11-11T10:30", "2026-11-25T10:30")]
    [InlineData("Protokolle der letzten Woche", "2026-11-16", "2026-11-23")]
    [InlineData("changes this month", "2026-11-01", "2026-12-01")]
    [InlineData("changes last quarter", "2026-07-01", "2026-10-01")]
    [InlineData("changes last year", "2025-01-01", "2026-01-01")]
    [InlineData("was ist neu seit letzter Woche?", "2026-11-16", null)]
    [InlineData("was ist neu seit 3 Tagen?", "2026-11-22T10:30", null)]
    [InlineData("news since March", "2026-03-01", null)]
    [InlineData("news since December", "2025-12-01", null)]
    [InlineData("neues seit März 2025", "2025-03-01", null)]
    [InlineData("roadmap in 2025", "2025-01-01", "2026-01-01")]
    [InlineData("roadmap Q1 2026", "2026-01-01", "2026-04-01")]
    [InlineData("notes before 2024-05-01", null, "2024-05-01")]
    [InlineData("notes after 2024-05-01", "2024-05-02", null)]
    [InlineData("Notizen bis 31.12.2024", null, "2025-01-01")]
    [InlineData("notes between 2023 and 2024", "2023-01-01", "2025-01-01")]
    [InlineData("Notizen von Januar 2024 bis März 2024", "2024-01-01", "2024-04-01")]
    [InlineData("the meeting 3 days ago", "2026-11-22", "2026-11-23")]
    [InlineData("das Treffen vor 3 Tagen", "2026-11-22", "2026-11-23")]
    [InlineData("notes of 2024-05", "2024-05-01", "2024-06-01")]
    public void Row087_A_limit_of_time_counts_from_now_in_UTC(string query, string? from, string? to)
    {
        QueryTimeRange? range = Analyze(query).TimeRange;

        Assert.NotNull(range);
        Assert.Equal((Date(from), Date(to)), (range.From, range.To));
    }

    [Theory]
    [InlineData("budget 2025")]
    [InlineData("may I work from home?")]
    [InlineData("march of the penguins")]
    [InlineData("what is the last step?")]
    [InlineData("room 2031")]
    public void A_word_that_may_mean_something_else_limits_no_time(string query) => Assert.Null(Analyze(query).TimeRange);

    [Fact]
    public void Row087_Filters_sources_kinds_phrases_and_keywords_are_told_apart()
    {
        QueryAnalysis analysis = Analyze("Find the \"travel policy\" pdf in Confluence space:ENG space:\"Legal Team\" label:hr author:ada@example.com for Contractors");

        Assert.Equal(["ENG", "Legal Team"], analysis.Filters.Containers);
        Assert.Equal(["hr"], analysis.Filters.Labels);
        Assert.Equal(["ada@example.com"], analysis.Filters.Authors);
        Assert.Equal([ContentKind.Document, ContentKind.Attachment], analysis.Filters.Kinds);
        Assert.Equal(["confluence"], analysis.Sources);
        Assert.Equal(["travel policy", "Contractors"], analysis.Keywords);
        Assert.Equal("travel policy Contractors", analysis.RewrittenQueries[0]);
    }

    [Theory]
    [InlineData("slides on SharePoint", "sharepoint")]
    [InlineData("Folien auf dem SharePoint", "sharepoint")]
    [InlineData("Seiten im Confluence", "confluence")]
    [InlineData("what is in our wiki about VPN", "confluence")]
    public void A_source_is_one_only_after_a_word_of_place(string query, string source) => Assert.Equal([source], Analyze(query).Sources);

    [Theory]
    [InlineData("How do I configure SharePoint?")]
    [InlineData("Confluence outage")]
    public void A_system_that_the_question_is_about_is_no_filter(string query) => Assert.Empty(Analyze(query).Sources);

    [Fact]
    public void How_to_make_a_presentation_is_no_question_for_presentations() =>
        Assert.Empty(Analyze("How do I make a presentation?").Filters.Kinds);

    [Theory]
    [InlineData("Who is Ada Lovelace?", "Ada Lovelace", QueryEntityKind.Other)]
    [InlineData("who leads team Falcon", "Falcon", QueryEntityKind.Team)]
    [InlineData("Status of Project Phoenix", "Phoenix", QueryEntityKind.Project)]
    [InlineData("Wer leitet das Projekt Phoenix?", "Phoenix", QueryEntityKind.Project)]
    [InlineData("mail from ada@example.com", "ada@example.com", QueryEntityKind.Person)]
    [InlineData("how do we deploy to Kubernetes", "Kubernetes", QueryEntityKind.System)]
    [InlineData("what is OpenID", "OpenID", QueryEntityKind.Other)]
    [InlineData("news since March", "since March", QueryEntityKind.Date)]
    public void Row087_Names_are_found(string query, string text, QueryEntityKind kind) => Assert.Contains(new QueryEntity(text, kind), Analyze(query).Entities);

    [Theory]
    [InlineData("Find the policy")]
    [InlineData("Wie beantrage ich Urlaub in der Firma?")]
    public void A_capital_that_grammar_asks_for_makes_no_name(string query) => Assert.Empty(Analyze(query).Entities);

    [Fact]
    public void Row087_Any_text_gives_an_analysis_within_the_bounds_that_can_be_searched_for() =>
        Gen.OneOf(TokenCounterTests.Texts, Gen.OneOf(Gen.Const("since "), Gen.Const("\""), Gen.Const("space:"), Gen.Const("vor 3 Tagen "), Gen.Const("„"), Gen.Const("in "), Gen.Const("999 years ago "), Gen.String[0, 5])
            .Array[1, 30].Select(string.Concat)).Where(t => !string.IsNullOrWhiteSpace(t)).SampleSeeded(query =>
        {
            QueryAnalysis analysis = Analyze(query);
            return analysis.RewrittenQueries.Count is >= 1 and <= 3
                && analysis.ToSearchQueries().Count >= 1
                && analysis.Keywords.Count <= AnalysisLimits.Items + 0
                && analysis.Origin == QueryAnalysisOrigin.Deterministic;
        });

    [Fact]
    public void The_longest_question_gives_searches_that_are_accepted()
    {
        QueryAnalysis analysis = Analyze(string.Concat(Enumerable.Range(0, 2000).Select(i => $"w{i} "))[..8000]);

        Assert.All(analysis.ToSearchQueries(), q => Assert.InRange(q.Text.Length, 1, SearchQuery.MaxTextLength));
    }

    [Fact]
    public void Searches_keep_filters_and_time_and_the_names_of_authors()
    {
        SearchQuery query = Analyze("roadmap since 2025-01-01 space:ENG label:plan type:blog-post author:Ada").ToSearchQueries()[0];

        Assert.Equal("roadmap Ada", query.Text);
        Assert.Equal(["ENG"], query.Containers);
        Assert.Equal(["plan"], query.Labels);
        Assert.Equal([ContentKind.BlogPost], query.Kinds);
        Assert.Equal(Date("2025-01-01"), query.ModifiedSince);
        Assert.Null(query.ModifiedBefore);
    }

    private static DateTimeOffset? Date(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
