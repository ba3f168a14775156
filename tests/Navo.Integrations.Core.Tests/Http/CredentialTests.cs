using System.Net;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Http;
using static Navo.Integrations.Core.Tests.Http.Answers;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class CredentialTests
{
    [Fact]
    public async Task F13_a_token_that_expired_is_renewed_once_and_the_request_repeated()
    {
        using var harness = new HttpHarness(AcceptOnly("token-2"));

        using HttpResponseMessage response = await harness.GetAsync();

        Assert.Equal(["Bearer token-1", "Bearer token-2"], harness.Server.Requests.Select(r => r.Authorization));
        Assert.Equal(2, harness.Credentials.Reads);
    }

    [Fact]
    public async Task F13_a_second_401_is_an_authentication_error_and_no_loop()
    {
        using var harness = new HttpHarness(InOrder(() => Json("""{"code":"AUTH_EXPIRED","message":"Token expired."}""", HttpStatusCode.Unauthorized)));

        AuthenticationException error = await Assert.ThrowsAsync<AuthenticationException>(() => harness.GetAsync());

        Assert.Equal((2, 2), (harness.Server.Count, harness.Credentials.Reads));
        Assert.Equal((401, "AUTH_EXPIRED", "request"), (error.StatusCode, error.ErrorCode, error.Operation));
        Assert.Contains("Token expired.", error.Message, StringComparison.Ordinal);
        Assert.NotNull(error.Remedy);
    }

    [Fact]
    public async Task F13_a_credential_that_did_not_change_is_not_sent_again()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.Unauthorized)), setup => setup.Credentials.Make = static _ => new(RequestCredential.Basic("ann", "pw")));

        await Assert.ThrowsAsync<AuthenticationException>(() => harness.GetAsync());

        Assert.Equal((1, 2), (harness.Server.Count, harness.Credentials.Reads));
    }

    [Fact]
    public async Task F13_many_requests_that_are_refused_at_once_share_one_renewal()
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var harness = new HttpHarness(async (number, request, token) =>
        {
            if (number <= 10)
            {
                await gate.Task.WaitAsync(token);
            }

            return Accepts(request, "token-2");
        });
        Task<HttpResponseMessage>[] calls = [.. Enumerable.Range(0, 10).Select(_ => harness.GetAsync())];
        await DeadlineAndQueueTests.UntilAsync(() => harness.Server.Count == 10);
        gate.SetResult();

        await Task.WhenAll(calls).WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        Assert.Equal((20, 2), (harness.Server.Count, harness.Credentials.Reads));
    }

    [Fact]
    public async Task F13_a_refusal_that_comes_after_another_request_had_the_token_renewed_does_not_renew_it_again()
    {
        var late = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var harness = new HttpHarness(async (number, request, token) =>
        {
            if (number == 1)
            {
                await late.Task.WaitAsync(token);
            }

            return Accepts(request, "token-2");
        });
        Task<HttpResponseMessage> slow = harness.GetAsync();
        await DeadlineAndQueueTests.UntilAsync(() => harness.Server.Count == 1);
        using HttpResponseMessage fast = await harness.GetAsync();
        late.SetResult();

        using HttpResponseMessage response = await slow.WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        Assert.Equal(2, harness.Credentials.Reads);
    }

    [Fact]
    public async Task F13_a_token_that_was_replaced_since_it_was_refused_is_not_replaced_again()
    {
        int reads = 0;
        CallbackCredentialSource source = new(_ => new(RequestCredential.Bearer($"token-{++reads}")));
        RequestCredential? refused = await source.GetAsync(HttpHarness.Token);
        await source.RefreshAsync(refused, HttpHarness.Token);
        await source.RefreshAsync(refused, HttpHarness.Token);
        Assert.Equal(2, reads);
        await source.RefreshAsync(refused: null, HttpHarness.Token);
        Assert.Equal(3, reads);
    }

    [Fact]
    public async Task F14_a_token_that_expires_on_the_second_page_loses_nothing()
    {
        using var harness = new HttpHarness((_, request, _) => Task.FromResult(
            request.RequestUri!.Query == "?page=1" || request.Headers.Authorization!.Parameter == "token-2" ? Json(request.RequestUri.Query) : Status(HttpStatusCode.Unauthorized)));
        var pages = new List<string>();
        for (int page = 1; page <= 4; page++)
        {
            using HttpResponseMessage response = await harness.GetAsync($"pages?page={page}");
            pages.Add(await response.Content.ReadAsStringAsync(HttpHarness.Token));
        }

        Assert.Equal(["?page=1", "?page=2", "?page=3", "?page=4"], pages);
        Assert.Equal(5, harness.Server.Count);
    }

    [Fact]
    public async Task Without_a_credential_none_is_sent_and_a_401_is_final()
    {
        using var harness = new HttpHarness(InOrder(() => Status(HttpStatusCode.Unauthorized)), setup => setup.Credentials.Make = static _ => default);

        await Assert.ThrowsAsync<AuthenticationException>(() => harness.GetAsync());

        Assert.Null(Assert.Single(harness.Server.Requests).Authorization);
    }

    [Fact]
    public async Task No_request_is_sent_when_the_credential_cannot_be_had_and_the_next_call_asks_again()
    {
        using var harness = new HttpHarness(InOrder(() => Json()), setup =>
            setup.Credentials.Make = static number => number == 1 ? throw new AuthenticationException("The vault is sealed.") : new(RequestCredential.Bearer("late")));

        AuthenticationException error = await Assert.ThrowsAsync<AuthenticationException>(() => harness.GetAsync());
        using HttpResponseMessage response = await harness.GetAsync();

        Assert.Equal("The vault is sealed.", error.Message);
        Assert.Equal("Bearer late", Assert.Single(harness.Server.Requests).Authorization);
    }

    [Fact]
    public async Task T01_a_failure_that_many_callers_share_does_not_name_the_item_of_one_to_the_others()
    {
        var sealedVault = new TaskCompletionSource<RequestCredential?>();
        using var harness = new HttpHarness(InOrder(() => Json()), setup => setup.Credentials.Make = _ => new(sealedVault.Task));
        Task<HttpResponseMessage> one = Task.Run(() => harness.WithinAsync(TimeSpan.FromSeconds(30), () => harness.GetAsync()));
        Task<HttpResponseMessage> other = Task.Run(() => harness.GetAsync());
        await DeadlineAndQueueTests.UntilAsync(() => harness.Credentials.Reads == 1);
        sealedVault.SetException(new AuthenticationException("The vault is sealed."));

        AuthenticationException first = await Assert.ThrowsAsync<AuthenticationException>(() => one);
        AuthenticationException second = await Assert.ThrowsAsync<AuthenticationException>(() => other);

        Assert.Equal(("42", null), (first.ItemId, second.ItemId));
    }

    [Fact]
    public async Task The_cancellation_of_one_caller_does_not_end_the_renewal_of_the_others()
    {
        var vault = new TaskCompletionSource<RequestCredential?>();
        using var caller = new CancellationTokenSource();
        using var harness = new HttpHarness(InOrder(() => Json()), setup => setup.Credentials.Make = _ => new(vault.Task));
        Task<HttpResponseMessage> leaving = harness.GetAsync(token: caller.Token);
        Task<HttpResponseMessage> staying = harness.GetAsync();
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => leaving.WaitAsync(HttpHarness.Patience, HttpHarness.Token));
        vault.SetResult(RequestCredential.Bearer("late"));

        using HttpResponseMessage response = await staying.WaitAsync(HttpHarness.Patience, HttpHarness.Token);

        Assert.Equal("Bearer late", Assert.Single(harness.Server.Requests).Authorization);
    }

    private static Func<int, HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> AcceptOnly(string token) => (_, request, _) => Task.FromResult(Accepts(request, token));

    private static HttpResponseMessage Accepts(HttpRequestMessage request, string token) => Json(status: request.Headers.Authorization!.Parameter == token ? HttpStatusCode.OK : HttpStatusCode.Unauthorized);
}
