namespace Navo.Integrations.Confluence.Api.Wire;

/// <summary>The restrictions of one operation on one content.</summary>
/// <param name="Restrictions">Who it is restricted to; both lists empty means that nobody is shut out.</param>
public sealed record RestrictionDto(RestrictionSubjectsDto? Restrictions);
