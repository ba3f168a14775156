namespace Navo.Integrations.Evaluation.Tests;

/// <summary>The evaluation itself: its labels are sound, and a slice of it holds what the whole must.</summary>
public sealed class EvaluationTests
{
    private const int Every = 4;

    /// <summary>How far a figure of so few questions may fall below the floor of all.</summary>
    private const double Tolerance = 0.1;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_labels_name_items_that_are_there_and_that_the_reader_may_see()
    {
        await using Company company = await Company.StartAsync(cancellationToken: Token);
        Dictionary<string, (string Source, string Id)[]> items = company.Confluence.Site.State.Contents.Values
            .Select(c => (Name: $"confluence:{c.Title}", Item: ("confluence", c.Id.ToString(System.Globalization.CultureInfo.InvariantCulture))))
            .Concat(company.Graph.Tenant.Items.Values.Select(i => (Name: $"sharepoint:{i.Name}", Item: ("sharepoint", $"drives/{i.DriveId}/items/{i.Id}"))))
            .GroupBy(pair => pair.Name, pair => pair.Item, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

        foreach ((LabelledQuestion question, string item) in LabelledQuestion.All.SelectMany(q => q.Items.Select(item => (q, item))))
        {
            (string Source, string Id)[] named = [.. items.Where(pair => item.EndsWith('*') ? pair.Key.StartsWith(item[..^1], StringComparison.Ordinal) : pair.Key == item).SelectMany(pair => pair.Value)];
            Assert.True(named.Any(n => company.Truth.MayRead(company.Readers[question.Reader], new(n.Source), new(n.Id))), $"{question.Id}: {item}");
        }
    }

    [Fact]
    public void The_set_is_large_and_varied_enough()
    {
        IReadOnlyList<LabelledQuestion> all = LabelledQuestion.All;

        Assert.True(all.Count(q => q.IsAnswerable) >= 60 && all.Count(q => !q.IsAnswerable) >= 15, $"{all.Count} questions");
        Assert.Equal(all.Count, all.Select(q => q.Id).Distinct().Count());
        Assert.All(all, q => Assert.Equal(q.IsAnswerable, q.Items.Count > 0 && q.Phrase is { Length: > 2 }));
        Assert.True(all.Select(q => q.Reader).Distinct().Count() >= 6 && all.Count(q => q.Language == "de") >= 5 && all.Count(q => q.History.Count > 0) >= 3);
    }

    [Fact]
    public async Task Row095_a_slice_of_the_questions_shows_nobody_what_they_may_not_see()
    {
        await using Company company = await Company.StartAsync(cancellationToken: Token);

        IReadOnlyList<AskedQuestion> asked = await new Examiner(company).AskAsync(LabelledQuestion.All.Where((_, i) => i % Every == 0), Token);

        Assert.Empty(asked.SelectMany(q => q.Leaks));
        Assert.True(Report.Figures(asked).All(figure => figure.IsMet || (!figure.IsCeiling && figure.Value >= figure.Bound - Tolerance)), string.Join('\n', [.. Report.Table(Report.Figures(asked)), .. asked.Where(q => !q.IsRight).Select(Report.Miss)]));
    }

    [Fact]
    public async Task The_examiner_sees_what_reaches_a_reader_who_may_not_see_it()
    {
        await using Company company = await Company.StartAsync(cancellationToken: Token);
        CompanyReader ben = company.Readers["ben"];
        long salary = company.Confluence.Site.Find("Salary review notes").Id;

        Assert.NotEmpty(company.Truth.SecretsIn(ben, "… Two promotions to senior are planned for the second quarter; both need …"));
        Assert.Empty(company.Truth.SecretsIn(company.Readers["ada"], "… Two promotions to senior are planned for the second quarter; both need …"));
        Assert.False(company.Truth.MayRead(ben, new("confluence"), new(salary.ToString(System.Globalization.CultureInfo.InvariantCulture))));
        Assert.False(Report.Figures([new(LabelledQuestion.All[0], new() { Question = "q", Text = "t", Outcome = EnterpriseGpt.AnswerOutcome.Answered }) { Leaks = ["x"] }])[^1].IsMet);
    }
}
