using System.Net;
using Navo.Integrations.Abstractions;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class RetryTests
{
    public static TheoryData<HttpStatusCode> Passing =>
        [HttpStatusCode.InternalServerError, HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout, HttpStatusCode.RequestTimeout, HttpStatusCode.TooManyRequests];

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task F06_a_failure_that_passes_is_tried_again(HttpStatusCode status)
    {
        using var harness = new HttpHarness(InOrder(() => Html("<h1>Bad gateway</h1>", status), () => Json()));

        using HttpResponseMessage response = await harness.DriveAsync(harness.GetAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(2, harness.Server.Count);
    }

    [Fact]
    public async Task F06_of_an_error_page_only_a_short_clean_excerpt_is_shown()
    {
        string page = $"<html><style>x</style><body><h1>Bad\u001b[31m gateway</h1>&#27;[2J &lt;script&gt;evil()&lt;/script&gt;\u202e{new string('x', 5000)}</body></html>";
        using var harness = new HttpHarness(InOrder(() => Html(page, HttpStatusCode.BadGateway)));

        UnavailableException error = await harness.FailAsync<UnavailableException>(harness.GetAsync());

        Assert.Equal(4, harness.Server.Count);
        Assert.Equal(502, error.StatusCode);
        Assert.True(error.Message.Length < 300);
        Assert.Contains("Bad", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(error.Message, c => c is '<' or '>' or '\u202e' || char.IsControl(c));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.Forbidden)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.NotImplemented)]
    public async Task F15_an_answer_that_trying_again_cannot_mend_is_not_repeated(HttpStatusCode status)
    {
        using var harness = new HttpHarness(InOrder(() => Status(status)), setup => setup.Credentials.Make = static _ => default);

        await Assert.ThrowsAnyAsync<IntegrationException>(() => harness.GetAsync());

        Assert.Equal(1, harness.Server.Count);
    }

    [Fact]
    public async Task F28_a_post_is_not_repeated()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.ServiceUnavailable)));

        await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync().WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.Equal(1, harness.Server.Count);
    }

    [Fact]
    public async Task F28_a_post_whose_connection_broke_is_not_repeated()
    {
        using var harness = new HttpHarness((_, _, _) => throw new HttpRequestException(HttpRequestError.ResponseEnded));

        await Assert.ThrowsAsync<UnavailableException>(() => harness.PostAsync().WaitAsync(HttpHarness.Patience, HttpHarness.Token));

        Assert.Equal(1, harness.Server.Count);
    }

    [Fact]
    public async Task F28_a_post_that_only_reads_is_repeated_with_its_body()
    {
        var bodies = new List<string>();
        using var harness = new HttpHarness(
            async (number, request, token) =>
            {
                bodies.Add(await request.Content!.ReadAsStringAsync(token));
                return Json(status: number == 1 ? HttpStatusCode.BadGateway : HttpStatusCode.OK);
            },
            setup => setup.IsSafeToRepeat = static request => request.RequestUri!.AbsolutePath == "/search");

        using HttpResponseMessage response = await harness.DriveAsync(harness.PostAsync("search"));

        Assert.Equal(["{}", "{}"], bodies);
    }

    [Fact]
    public async Task The_answer_of_a_failed_attempt_is_disposed_before_the_next()
    {
        var first = new DisposalProbe(HttpStatusCode.BadGateway);
        bool wasDisposed = false;
        using var harness = new HttpHarness((number, _, _) =>
        {
            wasDisposed = first.IsDisposed;
            return Task.FromResult(number == 1 ? first : Json());
        });

        using HttpResponseMessage response = await harness.DriveAsync(harness.GetAsync());

        Assert.True(wasDisposed);
    }

    [Fact]
    public async Task The_backoff_doubles_to_its_bound_with_full_jitter()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.RequestTimeout)), setup =>
        {
            setup.Options.MaxRetryAttempts = 5;
            setup.Options.RetryBudgetRatio = 1;
            setup.Options.RetryBaseDelay = TimeSpan.FromSeconds(1);
            setup.Options.MaxRetryDelay = TimeSpan.FromSeconds(3);
        });
        double[] ceilings = [1, 2, 3, 3, 3];
        var shares = new List<double>();
        for (int call = 0; call < 40; call++)
        {
            await Assert.ThrowsAsync<UnavailableException>(() => harness.DriveAsync(harness.GetAsync()));
        }

        foreach (IGrouping<int, (int Attempt, double Seconds)> attempt in harness.RetryDelays().GroupBy(d => d.Attempt))
        {
            shares.AddRange(attempt.Select(d => d.Seconds / ceilings[attempt.Key - 1]));
        }

        Assert.True(shares.Count > 30);
        Assert.All(shares, share => Assert.InRange(share, 0, 1));
        Assert.True(shares.Min() < 0.3 && shares.Max() > 0.7, "The waits are not spread over the whole range.");
    }

    [Fact]
    public async Task Two_clients_of_one_origin_do_not_share_a_pause()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.TooManyRequests, ("Retry-After", "3600"))), setup =>
            setup.Services = services => HttpHarness.Add(services, "other", new HttpSetup(), new ScriptedHandler(TimeProvider.System, InOrder(() => Json()))));
        await Assert.ThrowsAsync<ThrottledException>(() => harness.GetAsync());

        using HttpResponseMessage response = await harness.ClientOf("other").GetAsync(new Uri("pages/1", UriKind.Relative), HttpHarness.Token);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private sealed class DisposalProbe(HttpStatusCode status) : HttpResponseMessage(status)
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
