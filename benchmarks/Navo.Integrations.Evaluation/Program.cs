using Navo.Integrations.Evaluation;

await using Company company = await Company.StartAsync();
IReadOnlyList<AskedQuestion> asked = await new Examiner(company).AskAsync(LabelledQuestion.All);
IReadOnlyList<Figure> figures = Report.Figures(asked);
foreach (string line in Report.Table(figures).Concat(args is ["misses"] ? asked.Where(q => !q.IsRight).Select(Report.Miss) : []))
{
    Console.WriteLine(line);
}

return figures.All(figure => figure.IsMet) ? 0 : 1;
