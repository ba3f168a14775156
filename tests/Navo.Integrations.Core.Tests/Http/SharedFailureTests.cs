using Navo.Integrations.Abstractions;
using Navo.Integrations.Failures;

namespace Navo.Integrations.Core.Tests.Http;

public sealed class SharedFailureTests
{
    public static TheoryData<IntegrationException> Failures { get; } =
    [
        new AuthenticationException("a", new IOException()) { StatusCode = 401, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m" },
        new ThrottledException("a", new IOException()) { StatusCode = 429, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m", RetryAfter = TimeSpan.FromSeconds(3), RetryAt = DateTimeOffset.UnixEpoch },
        new UnavailableException("a", new IOException()) { StatusCode = 503, RequestId = "r", ErrorCode = "c", IsTransient = false, Remedy = "m", RetryAfter = TimeSpan.FromSeconds(3) },
        new IntegrationTimeoutException("a", new IOException()) { StatusCode = 408, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m" },
        new ProtocolException("a", new IOException()) { StatusCode = 200, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m" },
        new ConfigurationException("a", new IOException()) { StatusCode = 1, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m", Key = "k" },
        new BudgetExceededException("a", new IOException()) { StatusCode = 1, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m", Scope = "user", Limit = 2, Spent = 1, ResetsAt = DateTimeOffset.UnixEpoch },
        new ClaimsChallengeException("a", "{}", new IOException()) { StatusCode = 401, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m" },
        new PermissionException("a", new IOException()) { StatusCode = 403, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m" },
        new NotFoundException("a", new IOException()) { StatusCode = 404, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m" },
        new InvalidQueryException("a", new IOException()) { StatusCode = 400, RequestId = "r", ErrorCode = "c", IsTransient = true, Remedy = "m" },
    ];

    [Theory, MemberData(nameof(Failures))]
    public void T01_A_copy_of_a_shared_failure_has_everything_but_its_place(IntegrationException failure)
    {
        failure.Locate(IntegrationName.Parse("wiki"), "get", "42");

        IntegrationException copy = SharedFailure.CopyOf(failure);

        Assert.NotSame(failure, copy);
        Assert.IsType(failure.GetType(), copy);
        Assert.Null(copy.ItemId);
        string[] place = [nameof(failure.Integration), nameof(failure.Operation), nameof(failure.ItemId), nameof(failure.StackTrace), nameof(failure.TargetSite), nameof(failure.Data), nameof(failure.Source)];
        Assert.All(
            failure.GetType().GetProperties().Where(p => !place.Contains(p.Name)),
            property => Assert.Equal(property.GetValue(failure), property.GetValue(copy)));
    }
}
