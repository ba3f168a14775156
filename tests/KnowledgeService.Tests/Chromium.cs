using PuppeteerSharp;

namespace KnowledgeService.Tests;

/// <summary>A headless Chromium of the machine. Where there is none, the tests that need it skip and say so.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome"];

    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        string? program = Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        if (program is not null)
        {
            _browser = await Puppeteer.LaunchAsync(new LaunchOptions
            {
                ExecutablePath = program,
                Headless = true,
                Timeout = 60_000,
                Args =
                [
                    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
                ],
            });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    /// <summary>A page in a browser profile of its own.</summary>
    internal async Task<BrowserPage> OpenAsync(Uri address, int width = 1280, int height = 900, bool isDark = false)
    {
        Assert.SkipWhen(_browser is null, $"No Chromium is on the PATH ({string.Join(", ", Names)}).");
        IBrowserContext profile = await _browser.CreateBrowserContextAsync();
        return await BrowserPage.OpenAsync(profile, address, new ViewPortOptions { Width = width, Height = height }, isDark);
    }
}
