using System.Diagnostics;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using Microsoft.Extensions.DependencyInjection;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Benchmarks;

/// <summary>Text out of files: throughput and memory by format, Word and HTML beside the plain call of the library without structure.</summary>
internal static class ExtractionBenchmark
{
    private const int Rounds = 21;
    private const double TargetRatio = 2.0;
    private const long TargetPeak = 200_000_000;

    public static async Task<IReadOnlyList<Row>> RunAsync()
    {
        await using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().AddTextExtraction(options => options.TimeLimit = TimeSpan.FromMinutes(30)).Services.BuildServiceProvider();
        ITextExtractor extractor = services.GetRequiredService<ITextExtractor>();
        List<Row> rows = [];
        foreach ((string name, byte[] file, long expanded) in ExtractionFiles.All())
        {
            rows.Add(await MeasureAsync(extractor, name, file, expanded));
        }

        rows.Add(await WorkbookAsync());
        return rows;
    }

    /// <summary>Reads a file in a process of its own and tells the peak of its memory.</summary>
    public static async Task PeakAsync(string path)
    {
        await using ServiceProvider services = new ServiceCollection().AddNavoIntegrations().AddTextExtraction(options => options.TimeLimit = TimeSpan.FromMinutes(30)).Services.BuildServiceProvider();
        await using FileStream content = File.OpenRead(path);
        long start = Stopwatch.GetTimestamp();
        ExtractionOutcome outcome = await services.GetRequiredService<ITextExtractor>().ExtractAsync(new() { Content = content, FileName = path });
        Console.WriteLine($"{Process.GetCurrentProcess().PeakWorkingSet64};{outcome.Status};{outcome.Markdown.Length};{Stopwatch.GetElapsedTime(start).TotalSeconds:N1}");
    }

    private static async Task<Row> MeasureAsync(ITextExtractor extractor, string name, byte[] file, long expanded)
    {
        double[] ours = new double[Rounds];
        double[] plain = new double[Rounds];
        long allocated = 0;
        for (int i = -3; i < Rounds; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            double seconds = await SecondsAsync(async () => Complete(await extractor.ExtractAsync(new() { Content = new MemoryStream(file), FileName = name })));
            allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            double library = Plain(name, file) is { } call ? await SecondsAsync(() => Task.FromResult(call())) : 0;
            if (i >= 0)
            {
                (ours[i], plain[i]) = (seconds, library);
            }
        }

        double time = Sample.Quantile(ours, 0.5);
        string measured = $"{expanded / 1e6 / time:N1} MB/s";
        long peak = await PeakOfAsync(name, file);
        string memory = $"{allocated / (double)expanded:N1} bytes allocated for each, peak {peak / 1e6:N0} MB";
        if (plain[0] == 0)
        {
            return new($"text of {name}", measured, $"{expanded / 1e6:N1} MB expanded", memory, "");
        }

        double ratio = Sample.Quantile([.. ours.Zip(plain, (a, b) => a / b)], 0.5);
        return new($"text of {name}", measured, $"the library's plain text ({expanded / 1e6 / Sample.Quantile(plain, 0.5):N1} MB/s)", $"{ratio:N2} ×, {memory}", $"≤ {TargetRatio:N1} ×", ratio <= TargetRatio);
    }

    private static async Task<Row> WorkbookAsync()
    {
        string path = TemporaryPath("a.xlsx");
        try
        {
            ExtractionFiles.WriteWorkbook(path, rows: 1_000_000);
            (long peak, string told) = await PeakOfAsync(path);
            return new("peak memory, xlsx of 1 M rows", $"{peak / 1e6:N0} MB", $"file of {new FileInfo(path).Length / 1e6:N0} MB", told, $"≤ {TargetPeak / 1e6:N0} MB", peak <= TargetPeak);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task<long> PeakOfAsync(string name, byte[] file)
    {
        string path = TemporaryPath(name);
        try
        {
            await File.WriteAllBytesAsync(path, file);
            return (await PeakOfAsync(path)).Peak;
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static string TemporaryPath(string name) => Path.Combine(Path.GetTempPath(), $"navo-benchmark-{Environment.ProcessId}-{name}");

    private static async Task<(long Peak, string Told)> PeakOfAsync(string path)
    {
        using Process child = Process.Start(Cores.WithLittleGarbage(Cores.Whole("extract", path)))!;
        string[] told = (await child.StandardOutput.ReadToEndAsync()).Trim().Split(';');
        await child.WaitForExitAsync();
        return (long.Parse(told[0], System.Globalization.CultureInfo.InvariantCulture), $"{told[1]} after {told[2]} characters, {told[3]} s");
    }

    private static Func<int>? Plain(string name, byte[] file)
    {
        return name switch { "a.docx" => Word, "a.html" => Html, _ => null };

        int Word()
        {
            using WordprocessingDocument document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            return document.MainDocumentPart!.Document!.Body!.InnerText.Length;
        }

        int Html()
        {
            using AngleSharp.Html.Dom.IHtmlDocument document = new HtmlParser().ParseDocument(new MemoryStream(file));
            return document.Body!.TextContent.Length;
        }
    }

    private static int Complete(ExtractionOutcome outcome) =>
        outcome.Status == ExtractionStatus.Extracted ? outcome.Markdown.Length : throw new InvalidOperationException($"{outcome.Status}: {outcome.Detail}");

    private static async Task<double> SecondsAsync(Func<Task<int>> read)
    {
        long start = Stopwatch.GetTimestamp();
        _ = await read();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
