using Navo.Integrations.Contracts;

namespace KnowledgeService.Tests;

/// <summary>The page in a real browser, as two readers, by keyboard, on a narrow screen, light and dark.</summary>
public sealed class BrowserTests(RunningService service, Chromium chromium) : IClassFixture<RunningService>, IClassFixture<Chromium>
{
    private const string Question = "Which promotions are planned for the second quarter?";
    private const string Title = "Salary review notes";
    private const string Fact = "Two promotions to senior are planned for the second quarter; both need a written case by the end of March.";

    /// <summary>The pictures that the documentation shows.</summary>
    private static readonly string[] Pictures = ["answer-ada-1280-light", "answer-ada-320-light", "answer-ben-320-light", "source-1280-dark"];

    private const string Focused = "document.activeElement";

    [Fact]
    public async Task Two_readers_ask_the_same_and_get_what_each_may_see()
    {
        await using BrowserPage page = await chromium.OpenAsync(service.Address);

        await page.AskAsync("Ada", Question);
        Assert.Contains(Fact, await page.TextAsync("#text"), StringComparison.Ordinal);
        Assert.Contains(Title, await page.TextAsync("#citations"), StringComparison.Ordinal);

        await page.AskAsync("Ben", Question);
        Assert.StartsWith("I don't know", await page.TextAsync("#text"), StringComparison.Ordinal);
        Assert.DoesNotContain("senior", await page.TextAsync("body"), StringComparison.Ordinal);
        Assert.DoesNotContain(Title, await page.TextAsync("body"), StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task A_citation_leads_to_its_source_and_there_only_for_who_may_see_it()
    {
        await using BrowserPage page = await chromium.OpenAsync(service.Address);
        await page.AskAsync("Ada", Question);
        Assert.StartsWith("http://127.0.0.1:", await page.EvaluateAsync<string>("document.querySelector('#citations .origin a').href"), StringComparison.Ordinal);

        await page.ClickAsync("#citations li > a");
        await page.UntilAsync("document.querySelector('mark')");
        Uri source = new(page.Address);
        Assert.Equal(Fact, $"{await page.TextAsync("mark")}.");
        Assert.Equal(Title, await page.TextAsync("h1"));

        await using BrowserPage other = await chromium.OpenAsync(service.Address);
        await other.AskAsync("Ben", Question);
        await other.GoToAsync(source);
        await other.UntilAsync("document.getElementById('status').textContent !== ''");
        Assert.Equal("There is nothing here that you may see.", await other.TextAsync("#status"));
        Assert.DoesNotContain("promotions", await other.TextAsync("main"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_of_it_works_with_the_keyboard_alone()
    {
        await using BrowserPage page = await chromium.OpenAsync(service.Address);

        await page.UntilAsync("document.querySelector('input[value=Ada]')");
        await TabToAsync(page, $"{Focused}.className === 'skip' && getComputedStyle({Focused}).top === '8px'");
        await TabToAsync(page, $"{Focused}.value === 'Ada'");
        await page.PressAsync("Space");
        await page.UntilAsync("document.getElementById('status').textContent === 'You read as Ada.'");
        await TabToAsync(page, $"{Focused}.id === 'question' && getComputedStyle({Focused}).outlineStyle === 'solid'");
        await page.TypeAsync(Question);
        await page.PressAsync("Enter");
        await page.UntilAsync("document.getElementById('status').textContent.startsWith('Answered: 1 source')");
        Assert.Equal("polite", await page.EvaluateAsync<string>("document.getElementById('text').ariaLive"));
        await TabToAsync(page, $"{Focused}.className === 'marker'");
        await page.PressAsync("Enter");
        await page.UntilAsync("location.hash === '#citation-1'");
        await TabToAsync(page, $"{Focused}.closest('#citations') && {Focused}.href.includes('source.html')");
        await page.PressAsync("Enter");
        await page.UntilAsync("document.querySelector('mark')");
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(1280, true)]
    [InlineData(320, false)]
    [InlineData(320, true)]
    public async Task Nothing_stands_in_a_readers_way(int width, bool isDark)
    {
        await using BrowserPage page = await chromium.OpenAsync(service.Address, width, isDark: isDark);
        await page.AskAsync("Ada", Question);

        Assert.Empty(await page.FindBarriersAsync());
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        await SaveAsync(page, $"answer-ada-{width}-{(isDark ? "dark" : "light")}");

        await page.ClickAsync("#citations li > a");
        await page.UntilAsync("document.querySelector('mark')");
        Assert.Empty(await page.FindBarriersAsync());
        Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 1, width);
        await SaveAsync(page, $"source-{width}-{(isDark ? "dark" : "light")}");
    }

    [Fact]
    public async Task A_search_lists_what_was_found_and_says_how_much()
    {
        await using BrowserPage page = await chromium.OpenAsync(service.Address, width: 320);
        await page.AskAsync("Ben", Question);
        await SaveAsync(page, "answer-ben-320-light");

        await page.WriteAsync("review");
        await page.ClickAsync("#search");
        await page.UntilAsync("document.getElementById('status').textContent.endsWith('found.')");

        Assert.NotEqual(0, await page.EvaluateAsync<int>("document.querySelectorAll('#hits li').length"));
        Assert.True(await page.EvaluateAsync<bool>("document.getElementById('answer').hidden"));
    }

    private static async Task TabToAsync(BrowserPage page, string condition)
    {
        for (int i = 0; i < 20; i++)
        {
            await page.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>($"Boolean({condition})"))
            {
                return;
            }
        }

        Assert.Fail($"The keyboard does not get here: {condition}");
    }

    /// <summary>Takes a picture anew, where <c>NAVO_SCREENSHOTS=1</c> asks for it.</summary>
    private static async Task SaveAsync(BrowserPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("NAVO_SCREENSHOTS") == "1" && Pictures.Contains(name, StringComparer.Ordinal))
        {
            await page.SaveAsync(Path.Combine(RepositoryRoot.Path, "docs", "images", $"{name}.png"));
        }
    }
}
