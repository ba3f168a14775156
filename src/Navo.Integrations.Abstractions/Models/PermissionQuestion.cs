namespace Navo.Integrations.Abstractions;

/// <summary>May this reader see this item?</summary>
/// <param name="Item">The item.</param>
/// <param name="Reader">The reader.</param>
public sealed record PermissionQuestion(ContentId Item, AccessContext Reader);
