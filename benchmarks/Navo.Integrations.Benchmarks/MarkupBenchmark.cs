using System.Diagnostics;
using System.Reflection;
using System.Text;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

/// <summary>Storage format to Markdown. The renderer is internal: reflection costs nothing against a page of 200 kB.</summary>
internal static class MarkupBenchmark
{
    private const int Rounds = 41;

    private const string Section = """
        <h2>Rolling out</h2><p>Put the change behind a <strong>flag</strong> and watch the <em>error budget</em> &mdash; see <a href="https://example.test/slo">the objectives</a>.</p>
        <ul><li>one per cent</li><li>ten per cent<ul><li>pause for an hour</li></ul></li></ul>
        <table><tbody><tr><th>step</th><th>owner</th></tr><tr><td>deploy</td><td>Ada</td></tr></tbody></table>
        <ac:structured-macro ac:name="code"><ac:parameter ac:name="language">bash</ac:parameter><ac:plain-text-body><![CDATA[kubectl rollout status deploy/billing]]></ac:plain-text-body></ac:structured-macro>
        """;

    public static async Task<Row> RunAsync()
    {
        string page = string.Concat(Enumerable.Repeat(Section, 250));
        double megabytes = Encoding.UTF8.GetByteCount(page) / 1e6;
        Action render = CreateRender(page);
        await Sample.WarmAsync(Sample.Warm, () =>
        {
            render();
            return Task.CompletedTask;
        });

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        double[] rates = [.. Enumerable.Range(0, Rounds).Select(_ => megabytes / Seconds(render))];
        double bytes = (GC.GetAllocatedBytesForCurrentThread() - allocated) / (Rounds * megabytes * 1e6), rate = Sample.Quantile(rates, 0.5);
        return new(
            "storage format to Markdown",
            $"{rate:N1} MB/s",
            $"page of {megabytes * 1000:N0} kB",
            $"{FlowBenchmark.Spread(rates, string.Empty)}; {bytes:N1} B for each of the page",
            ">= 80 MB/s, <= 6 B",
            rate >= 80 && bytes <= 6);
    }

    private static double Seconds(Action render)
    {
        long start = Stopwatch.GetTimestamp();
        render();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static Action CreateRender(string page)
    {
        const string Space = "Navo.Integrations.Confluence.Mapping.Storage.";
        Assembly assembly = typeof(IConfluenceClient).Assembly;
        object context = Activator.CreateInstance(assembly.GetType(Space + "StorageRenderContext", throwOnError: true)!)!;
        context.GetType().GetProperty("Title")!.SetValue(context, "Rolling out");
        MethodInfo method = assembly.GetType(Space + "StorageMarkup", throwOnError: true)!.GetMethod("Render")!;
        object[] arguments = [page, context];
        return () => method.Invoke(null, arguments);
    }
}
