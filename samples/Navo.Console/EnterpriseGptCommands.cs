using System.CommandLine;
using System.Text.Json.Nodes;
using Navo.Integrations.Abstractions;
using Navo.Integrations.EnterpriseGpt;

namespace Navo.Console;

/// <summary>The commands that only Enterprise GPT can answer. They exit with 3 where an answer or a summary is not whole.</summary>
internal static class EnterpriseGptCommands
{
    private const int Incomplete = 3;

    private static readonly Option<string?> Source = new("--source") { Description = "The integration, such as enterprise-gpt or enterprise-gpt:legal; needed only if there are several" };
    private static readonly Option<string> As = new("--as") { Description = "Whose budget and usage it is: service, scheme:value, or an e-mail address", DefaultValueFactory = _ => "service" };
    private static readonly Option<string?> Model = new("--model") { Description = "The model; the configured one if left out" };
    private static readonly Argument<string> Question = new("question") { Description = "The question" };

    public static IEnumerable<Command> Create(TextWriter output, Option<bool> json) =>
        [Ask(output, json), Analyze(output, json), Summarize(output, json), Usage(output, json)];

    private static Command Ask(TextWriter output, Option<bool> json)
    {
        Option<int?> maxTokens = new("--max-tokens") { Description = "The longest answer in tokens" };
        Option<bool> noStream = new("--no-stream") { Description = "Waits for the whole answer" };
        Option<string?> system = new("--system") { Description = "The system prompt" };
        Option<bool> modelOnly = new("--model-only") { Description = "Asks the model alone, without the sources; so do --source, --model, --max-tokens and --system" };
        Command command = new("ask", "Asks the sources and shows the answer as it comes, with numbered citations; the model alone where there are no sources. 3 if the answer is not whole")
        {
            Question, Source, As, Model, maxTokens, noStream, system, modelOnly,
        };
        return Action(command, async (session, parsed, token) =>
        {
            bool isModelAlone = parsed.GetValue(modelOnly) || ((Option[])[Source, Model, maxTokens, system]).Any(option => parsed.GetResult(option) is { Implicit: false });
            if (!isModelAlone && session.Searchable.Count > 0)
            {
                return await AskSourcesAsync(session, parsed, asWhole: parsed.GetValue(noStream), parsed.GetValue(json), output, token);
            }

            (IEnterpriseGptClient gpt, AccessContext reader) = Who(session, parsed);
            GenerateRequest request = new(parsed.GetValue(Question)!) { Model = parsed.GetValue(Model), MaxTokens = parsed.GetValue(maxTokens), Instructions = parsed.GetValue(system) };
            bool asJson = parsed.GetValue(json);
            GeneratedResponse answer = asJson || parsed.GetValue(noStream)
                ? await gpt.GenerateResponseAsync(request, reader, token)
                : await StreamAsync(gpt.StreamResponseAsync(request, reader, token), update => (update.Text, update.Response), output);
            if (asJson)
            {
                await output.WriteLineAsync(JsonReports.Write(EnterpriseGptReports.Of(answer)));
            }
            else
            {
                await WriteAsync(answer, parsed.GetValue(noStream), output);
            }

            return answer.IsComplete ? 0 : Incomplete;
        });
    }

    private static async Task<int> AskSourcesAsync(ConsoleSession session, ParseResult parsed, bool asWhole, bool asJson, TextWriter output, CancellationToken token)
    {
        KnowledgeQuestion question = new(parsed.GetValue(Question)!);
        AccessContext reader = session.Reader(parsed.GetValue(As)!, session.Searchable is [IIntegration only] ? only : null);
        KnowledgeAnswer answer = asJson || asWhole
            ? await session.Assistant.AskAsync(question, reader, token)
            : await StreamAsync(session.Assistant.StreamAsync(question, reader, token), update => (update.Text, update.Answer), output);
        if (asJson)
        {
            await output.WriteLineAsync(JsonReports.Write(KnowledgeReports.Of(answer)));
            return answer.IsComplete ? 0 : Incomplete;
        }

        if (asWhole)
        {
            await output.WriteLineAsync(Shown.Plain(answer.Text, keepLines: true));
        }

        await output.WriteLineAsync();
        KnowledgeReports.WriteCitations(new TextReport(output), answer);
        return answer.IsComplete ? 0 : Incomplete;
    }

    private static async Task WriteAsync(GeneratedResponse answer, bool withText, TextWriter output)
    {
        if (withText)
        {
            await output.WriteLineAsync(Shown.Plain(answer.Text, keepLines: true));
        }

        await output.WriteLineAsync();
        EnterpriseGptReports.Lines(answer).ForEach(new TextReport(output).Line);
    }

    private static Command Analyze(TextWriter output, Option<bool> json)
    {
        Option<bool> offline = new("--offline") { Description = "Fixed rules only: no model is asked and nothing is paid" };
        Command command = new("analyze", "Takes a question apart: intent, names, words, time, filters, better searches") { Question, Source, As, offline };
        return Action(command, async (session, parsed, token) =>
        {
            (IEnterpriseGptClient gpt, AccessContext reader) = Who(session, parsed);
            QueryAnalysis analysis = await gpt.AnalyzeQueryAsync(new(parsed.GetValue(Question)!) { SkipModel = parsed.GetValue(offline) }, reader, token);
            await ShowAsync(output, parsed.GetValue(json), EnterpriseGptReports.Of(analysis), report => report.Listing(EnterpriseGptReports.Parts(analysis)));
            return 0;
        });
    }

    private static Command Summarize(TextWriter output, Option<bool> json)
    {
        Argument<FileInfo> file = new("file") { Description = "The file: any that 'extract' reads" };
        Option<SummaryStyle> style = new("--style") { Description = "How it is written" };
        Option<int?> words = new("--words") { Description = "The most words, 10 to 5,000" };
        Option<string?> focus = new("--focus") { Description = "A question that it is to look at" };
        Option<string?> language = new("--language") { Description = "Its language as a tag such as de; the text's own if left out" };
        Command command = new("summarize", "Summarizes a file and says what of it was read; 3 if not all of it was") { file, Source, As, style, words, focus, language };
        return Action(command, async (session, parsed, token) =>
        {
            FileInfo chosen = parsed.GetValue(file)!;
            TextWriter error = parsed.InvocationConfiguration.Error;
            if (!chosen.Exists)
            {
                await error.WriteLineAsync($"There is no file '{Shown.Plain(chosen.Name)}'.");
                return 1;
            }

            (IEnterpriseGptClient gpt, AccessContext reader) = Who(session, parsed);
            ExtractionOutcome text = await Extract.ReadAsync(session.Extractor, chosen, token);
            await Extract.WriteGapsAsync(text, error);
            if (string.IsNullOrWhiteSpace(text.Markdown))
            {
                return Incomplete;
            }

            ContentSummary summary = await gpt.SummarizeContentAsync(
                SummaryRequest.ForText(text.Markdown, text.Properties.Title ?? chosen.Name) with
                {
                    Style = parsed.GetValue(style),
                    MaxWords = parsed.GetValue(words),
                    Focus = parsed.GetValue(focus),
                    Language = parsed.GetValue(language),
                },
                reader,
                token);
            await ShowAsync(output, parsed.GetValue(json), EnterpriseGptReports.Of(summary), report => EnterpriseGptReports.Write(report, summary));
            return summary.IsComplete && text.IsComplete ? 0 : Incomplete;
        });
    }

    private static Command Usage(TextWriter output, Option<bool> json)
    {
        Option<int> days = new("--days") { Description = $"The last days, today included, 1 to {UsageQuery.MostDays}", DefaultValueFactory = _ => 30 };
        days.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > UsageQuery.MostDays)
            {
                result.AddError($"--days is 1 to {UsageQuery.MostDays}.");
            }
        });
        Option<string?> user = new("--user") { Description = "Whose: service, scheme:value, or an e-mail address; everybody's if left out" };
        Command command = new("usage", "Shows what was used and spent by day and model, the budgets, and with an administration key the organization's own figures") { Source, days, user, Model };
        return Action(command, async (session, parsed, token) =>
        {
            IEnterpriseGptClient gpt = session.EnterpriseGpt(parsed.GetValue(Source));
            DateOnly today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
            UsageStats stats = await gpt.GetUsageStatsAsync(
                new(today.AddDays(1 - parsed.GetValue(days)), today)
                {
                    User = parsed.GetValue(user) is { } who ? session.Reader(who, gpt).Key : null,
                    Model = parsed.GetValue(Model),
                },
                token);
            await ShowAsync(output, parsed.GetValue(json), EnterpriseGptReports.Of(stats), report => EnterpriseGptReports.Write(report, stats, session.KeepsUsage));
            return 0;
        });
    }

    /// <summary>Shows the text as it comes. What is half of a character waits for its other half.</summary>
    private static async Task<TAnswer> StreamAsync<TUpdate, TAnswer>(IAsyncEnumerable<TUpdate> updates, Func<TUpdate, (string Text, TAnswer? Answer)> read, TextWriter output)
        where TAnswer : class
    {
        string half = string.Empty;
        TAnswer? answer = null;
        try
        {
            await foreach (TUpdate update in updates)
            {
                (string part, TAnswer? whole) = read(update);
                string text = half + part;
                half = text.Length > 0 && char.IsHighSurrogate(text[^1]) ? text[^1..] : string.Empty;
                await output.WriteAsync(Shown.Plain(text[..^half.Length], keepLines: true));
                await output.FlushAsync(CancellationToken.None);
                answer = whole ?? answer;
            }
        }
        finally
        {
            await output.WriteLineAsync();
        }

        return answer ?? throw new ProtocolException("The streamed answer had no end.");
    }

    private static (IEnterpriseGptClient Gpt, AccessContext Reader) Who(ConsoleSession session, ParseResult parsed)
    {
        IEnterpriseGptClient gpt = session.EnterpriseGpt(parsed.GetValue(Source));
        return (gpt, session.Reader(parsed.GetValue(As)!, gpt));
    }

    private static async Task ShowAsync(TextWriter output, bool asJson, JsonNode json, Action<TextReport> text)
    {
        if (asJson)
        {
            await output.WriteLineAsync(JsonReports.Write(json));
        }
        else
        {
            text(new TextReport(output));
        }
    }

    private static Command Action(Command command, Func<ConsoleSession, ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (parsed, token) =>
        {
            await using ConsoleSession session = new(ConsoleSession.ReadConfiguration());
            return await run(session, parsed, token);
        });
        return command;
    }
}
