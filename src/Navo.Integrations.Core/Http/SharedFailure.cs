using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Http;

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
        var f => new AuthenticationException(f.Message, f.InnerException)
        {
            StatusCode = f.StatusCode, RequestId = f.RequestId, ErrorCode = f.ErrorCode, IsTransient = f.IsTransient, Remedy = f.Remedy,
        },
    };
}
