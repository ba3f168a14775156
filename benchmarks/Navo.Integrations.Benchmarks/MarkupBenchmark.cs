using System.Reflection;
using System.Text;
using BenchmarkDotNet.Attributes;
using Navo.Integrations.Confluence;

namespace Navo.Integrations.Benchmarks;

/// <summary>
/// Storage format to Markdown. The renderer is internal: reflection costs nothing against a page of 200 kB. A rate has nothing of the same moment to be held against: where the core is half of one,
/// it halves while the neighbour works.
/// </summary>
public class MarkupBenchmark
{
    private const string Section = """
        <h2>Rolling out</h2><p>Put the change behind a <strong>flag</strong> and watch the <em>error budget</em> &mdash; see <a href="https://example.test/slo">the objectives</a>.</p>
        <ul><li>one per cent</li><li>ten per cent<ul><li>pause for an hour</li></ul></li></ul>
        <table><tbody><tr><th>step</th><th>owner</th></tr><tr><td>deploy</td><td>Ada</td></tr></tbody></table>
        <ac:structured-macro ac:name="code"><ac:parameter ac:name="language">bash</ac:parameter><ac:plain-text-body><![CDATA[kubectl rollout status deploy/billing]]></ac:plain-text-body></ac:structured-macro>
        """;

    private static Action? _render;

    internal static Row Run()
    {
        string page = string.Concat(Enumerable.Repeat(Section, 250));
        double size = Encoding.UTF8.GetByteCount(page);
        _render = CreateRender(page);
        (double[] times, long allocated) = Small.Run<MarkupBenchmark>();
        double[] rates = [.. times.Select(time => size / time)]; // bytes a microsecond, and so megabytes a second
        double bytes = allocated / size, rate = Sample.Quantile(rates, 0.5);
        return new(
            "storage format to Markdown",
            $"{rate:N1} MB/s",
            $"page of {size / 1000:N0} kB",
            $"{FlowBenchmark.Spread(rates, string.Empty)}; {bytes:N1} B for each of the page",
            ">= 80 MB/s, <= 6 B",
            rate >= 80 && bytes <= 6);
    }

    /// <summary>The call that is measured.</summary>
    [Benchmark]
    public void Render() => _render!();

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
