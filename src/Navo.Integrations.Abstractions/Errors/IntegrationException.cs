namespace Navo.Integrations.Abstractions;

/// <summary>The base of every failure that an integration reports. It says what was wrong, where, whether trying again can help, and what to do.</summary>
/// <remarks>No instance holds a request, a header or a credential, so it can be logged as it is.</remarks>
public abstract class IntegrationException : Exception
{
    /// <summary>Makes a failure.</summary>
    /// <param name="message">What was wrong, without secrets or the text of queries.</param>
    /// <param name="innerException">The cause; never one that carries a request.</param>
    protected IntegrationException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>The integration in which it happened; null before one was chosen.</summary>
    public IntegrationName? Integration { get; private set; }

    /// <summary>The operation that was under way, for example <c>search</c>.</summary>
    public string? Operation { get; private set; }

    /// <summary>The id of the item it is about.</summary>
    public string? ItemId { get; private set; }

    /// <summary>The HTTP status of the source's answer; null where there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The source's own id of the request, to quote to its support.</summary>
    public string? RequestId { get; init; }

    /// <summary>The source's own code of the error.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Whether the same call can succeed later without a change.</summary>
    public bool IsTransient { get; init; }

    /// <summary>What to do about it, in a sentence.</summary>
    public string? Remedy { get; init; }

    /// <summary>Says where it happened. What is known already stays.</summary>
    /// <param name="integration">The integration.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="itemId">The item, if the call is about one.</param>
    public void Locate(IntegrationName integration, string operation, string? itemId = null)
    {
        Integration ??= integration;
        Operation ??= operation;
        ItemId ??= itemId;
    }
}
