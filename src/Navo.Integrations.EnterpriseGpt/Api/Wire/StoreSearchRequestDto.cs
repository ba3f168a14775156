namespace Navo.Integrations.EnterpriseGpt.Api.Wire;

/// <summary><c>POST /vector_stores/{id}/search</c>. There is no parameter for a next page.</summary>
/// <remarks><see href="https://platform.openai.com/docs/api-reference/vector-stores/search"/>.</remarks>
internal sealed record StoreSearchRequestDto
{
    public required string Query { get; init; }

    public required int MaxNumResults { get; init; }

    public StoreFilterDto? Filters { get; init; }

    public RankingOptionsDto? RankingOptions { get; init; }
}
