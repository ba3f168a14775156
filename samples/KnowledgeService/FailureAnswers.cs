using Microsoft.AspNetCore.Diagnostics;
using Navo.Integrations.Abstractions;

namespace KnowledgeService;

/// <summary>Makes an answer of what went wrong: a status that says whose turn it is, and a sentence that names nothing hidden.</summary>
internal sealed class FailureAnswers(IProblemDetailsService problems) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not IntegrationException failure)
        {
            return false;
        }

        httpContext.Response.StatusCode = StatusOf(failure);
        return await problems.TryWriteAsync(new() { HttpContext = httpContext, ProblemDetails = { Detail = TextOf(failure) } });
    }

    /// <summary>What a reader is told. The exception's own text is for operators, but for what the reader can mend.</summary>
    public static string TextOf(IntegrationException failure) => failure switch
    {
        InvalidQueryException => failure.Message,
        NotFoundException or PermissionException => "There is nothing here that you may see.",
        ThrottledException or BudgetExceededException => "The limit of this service is reached. Try again in a minute.",
        _ => "A source does not answer now. Try again in a minute.",
    };

    private static int StatusOf(IntegrationException failure) => failure switch
    {
        InvalidQueryException => StatusCodes.Status400BadRequest,
        NotFoundException or PermissionException => StatusCodes.Status404NotFound,
        ThrottledException or BudgetExceededException => StatusCodes.Status429TooManyRequests,
        IntegrationTimeoutException => StatusCodes.Status504GatewayTimeout,
        _ => StatusCodes.Status502BadGateway,
    };
}
