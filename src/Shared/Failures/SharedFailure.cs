using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Failures;

/// <summary>A failure that several callers share, copied for one of them: each copy is going to say in whose call it happened.</summary>
internal static class SharedFailure
{
    public static IntegrationException CopyOf(IntegrationException failure) => failure switch
    {
        ThrottledException f => new ThrottledException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy, RetryAfter = f.RetryAfter, RetryAt = f.RetryAt,
        },
        UnavailableException f => new UnavailableException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy, RetryAfter = f.RetryAfter,
        },
        IntegrationTimeoutException f => new IntegrationTimeoutException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
        ProtocolException f => new ProtocolException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
        ConfigurationException f => new ConfigurationException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy, Key = f.Key,
        },
        BudgetExceededException f => new BudgetExceededException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
            Scope = f.Scope, Limit = f.Limit, Spent = f.Spent, ResetsAt = f.ResetsAt,
        },
        AuthenticationException f => new AuthenticationException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
        ClaimsChallengeException f => new ClaimsChallengeException(f.Message, f.Claims, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
        PermissionException f => new PermissionException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
        NotFoundException f => new NotFoundException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
        InvalidQueryException f => new InvalidQueryException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
        _ => failure, // a kind of somebody's own, which nobody else can copy
    };
}
