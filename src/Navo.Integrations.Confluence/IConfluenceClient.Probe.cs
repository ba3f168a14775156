namespace Navo.Integrations.Confluence;

public partial interface IConfluenceClient
{
    /// <summary>Tries each feature with harmless calls on a visible page: works, or which scope, right or licence is missing. A feature that fails does not end it.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>A row for each feature, with the exact scopes to ask for.</returns>
    Task<ConfluenceProbe> ProbeAsync(CancellationToken cancellationToken = default);
}
