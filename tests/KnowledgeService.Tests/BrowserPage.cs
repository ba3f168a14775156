using System.Collections.Concurrent;
using System.Text.Json;
using Deque.AxeCore.Commons;
using PuppeteerSharp;

namespace KnowledgeService.Tests;

/// <summary>A page as a reader has it before them: with a keyboard, a width, and whatever the browser complains of.</summary>
internal sealed class BrowserPage : IAsyncDisposable
{
    private static readonly Lazy<string> Axe = new(ReadAxe);

    /// <summary>What Chromium says of a page that is just being left.</summary>
    private static readonly string[] Leaving = ["context was destroyed", "Cannot find context", "Inspected target navigated"];

    private readonly IBrowserContext _profile;
    private readonly IPage _page;
    private readonly ConcurrentQueue<string> _complaints = new();

    private BrowserPage(IBrowserContext profile, IPage page)
    {
        (_profile, _page) = (profile, page);
        page.PageError += (_, error) => _complaints.Enqueue(error.Message);
        page.Console += (_, line) => _complaints.Enqueue($"{line.Message.Type}: {line.Message.Text}");
    }

    /// <summary>Errors of scripts and whatever the policy for content refused.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    public string Address => _page.Url;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<BrowserPage> OpenAsync(IBrowserContext profile, Uri address, ViewPortOptions size, bool isDark)
    {
        BrowserPage page = new(profile, await profile.NewPageAsync());
        await page._page.SetViewportAsync(size);
        await page._page.EmulateMediaFeaturesAsync([new MediaFeatureValue { MediaFeature = MediaFeature.PrefersColorScheme, Value = isDark ? "dark" : "light" }, new MediaFeatureValue { MediaFeature = MediaFeature.PrefersReducedMotion, Value = "reduce" }]);
        await page.GoToAsync(address);
        return page;
    }

    public Task GoToAsync(Uri address) => _page.GoToAsync(address.AbsoluteUri, WaitUntilNavigation.Load);

    public Task PressAsync(string key) => _page.Keyboard.PressAsync(key);

    public Task TypeAsync(string text) => _page.Keyboard.TypeAsync(text);

    public Task ClickAsync(string selector) => _page.ClickAsync(selector);

    public Task<T> EvaluateAsync<T>(string script) => _page.EvaluateExpressionAsync<T>(script);

    public Task<string> TextAsync(string selector) => EvaluateAsync<string>($"document.querySelector({JsonSerializer.Serialize(selector)})?.textContent ?? ''");

    /// <summary>Waits until an expression of the page is true.</summary>
    public async Task UntilAsync(string condition)
    {
        long start = TimeProvider.System.GetTimestamp();
        while (!await IsSoAsync(condition))
        {
            if (TimeProvider.System.GetElapsedTime(start) > TimeSpan.FromMinutes(3))
            {
                // Asked for only now: a page that is just being left has no status to read.
                Assert.Fail($"It never came to this: {condition}. The page says: {await TextAsync("#status")} {string.Join(' ', _complaints)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, Token);
        }
    }

    /// <summary>Whether an expression is true; a page that is just going has none.</summary>
    private async Task<bool> IsSoAsync(string condition)
    {
        try
        {
            return await EvaluateAsync<bool>($"Boolean({condition})");
        }
        catch (EvaluationFailedException left) when (Leaving.Any(sign => left.Message.Contains(sign, StringComparison.Ordinal)))
        {
            return false;
        }
    }

    /// <summary>Reads as somebody, asks, and waits for the whole answer.</summary>
    public async Task AskAsync(string reader, string question)
    {
        await UntilAsync($"document.querySelector('input[value={reader}]')");
        await ClickAsync($"input[value={reader}]");
        await UntilAsync($"document.getElementById('status').textContent === 'You read as {reader}.'");
        await WriteAsync(question);
        await PressAsync("Enter");
        await UntilAsync("document.getElementById('status').textContent.startsWith('Answered')");
    }

    /// <summary>Writes a question over the one that stands there.</summary>
    public async Task WriteAsync(string question)
    {
        await EvaluateAsync<bool>("(document.getElementById('question').value = '') === ''");
        await _page.FocusAsync("#question");
        await TypeAsync(question);
    }

    /// <summary>What axe finds wrong, by the rules of WCAG 2.2 up to AA and its best practices.</summary>
    public async Task<string[]> FindBarriersAsync()
    {
        await _page.EvaluateExpressionAsync(Axe.Value);
        string found = await EvaluateAsync<string>("axe.run().then(result => JSON.stringify(result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`))))");
        return JsonSerializer.Deserialize<string[]>(found)!;
    }

    public Task SaveAsync(string file) => _page.ScreenshotAsync(file);

    public async ValueTask DisposeAsync() => await _profile.CloseAsync();

    private static string ReadAxe()
    {
        using Stream script = typeof(AxeResult).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!;
        using StreamReader reader = new(script);
        return reader.ReadToEnd();
    }
}
