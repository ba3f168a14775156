namespace Navo.Integrations.EnterpriseGpt.Internal.Language;

/// <summary>A span of time that words name.</summary>
/// <param name="From">Its beginning.</param>
/// <param name="To">Its end, exclusive.</param>
/// <param name="Words">How many words name it; 0 where there is none.</param>
internal readonly record struct QueryPeriod(DateTimeOffset From, DateTimeOffset To, int Words)
{
    public bool IsFound => Words > 0;
}
