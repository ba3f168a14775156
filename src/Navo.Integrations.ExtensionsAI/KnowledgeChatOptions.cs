using Navo.Integrations.Abstractions;

namespace Navo.Integrations.ExtensionsAI;

/// <summary>How much of the knowledge a chat client adds to a question.</summary>
public sealed record KnowledgeChatOptions
{
    /// <summary>The key in <c>ChatResponse.AdditionalProperties</c>, and in those of a stream's last update, under which the names of the sources stand that did not answer in full, as an array of strings; absent where all did.</summary>
    public const string MissingSources = "navo.missing_sources";

    /// <summary>Items whose text is added at most, 1 to 20; 6 by default.</summary>
    /// <exception cref="InvalidQueryException">It is out of its bounds.</exception>
    public int MaxItems
    {
        get;
        init => field = value is >= 1 and <= 20 ? value : throw new InvalidQueryException("A question gets 1 to 20 items.");
    } = 6;

    /// <summary>Characters (UTF-16) of each item that are added at most, 200 to 50,000; 3,000 by default. Of a longer text the sections are chosen that have most of the question's words.</summary>
    /// <exception cref="InvalidQueryException">It is out of its bounds.</exception>
    public int ItemLength
    {
        get;
        init => field = value is >= 200 and <= 50_000 ? value : throw new InvalidQueryException("An item has 200 to 50,000 characters in a question.");
    } = 3_000;

    /// <summary>How long the sources may take over the search, more than zero and at most five minutes; 10 seconds by default.</summary>
    /// <exception cref="InvalidQueryException">It is out of its bounds.</exception>
    public TimeSpan SearchTimeout
    {
        get;
        init => field = value > TimeSpan.Zero && value <= TimeSpan.FromMinutes(5) ? value : throw new InvalidQueryException("A search takes more than zero time and at most five minutes.");
    } = TimeSpan.FromSeconds(10);
}
