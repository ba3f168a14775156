using Navo.Integrations.Abstractions;
using Navo.Integrations.Mcp.Internal.Arguments;
using Navo.Integrations.Mcp.Internal.Results;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>
/// Why the caller may see an item. Explanations are administrators', so no more of one leaves than that the item is visible and what sort of conditions let it be; of what is not visible nothing
/// leaves, not even that it exists.
/// </summary>
internal sealed class ExplainTool(IIntegrationCatalog catalog, IServiceProvider services) : NavoTool<ExplainArguments, ExplainResult>(services, ToolCard.Create(
    "explain",
    "Explain access to an item",
    "Says whether the caller may see an item, and which conditions let the caller. What is absent and what the caller may not see look the same."))
{
    private const string Hidden = "There is no such item, or you may not see it. Whoever answers for it can say more.";

    protected override async Task<ToolAnswer<ExplainResult>> AnswerAsync(ExplainArguments arguments, AccessContext reader, CancellationToken cancellationToken)
    {
        IIntegration integration = ToolArguments.Integration(catalog, arguments.Source);
        ContentId id = new(arguments.Id);
        PermissionDecision decision = await integration.CheckPermissionsAsync(id, reader, cancellationToken).ConfigureAwait(false);
        if (decision is { Outcome: PermissionOutcome.Unknown, Reason: PermissionReason.SourceFailed })
        {
            UnavailableException failed = new("The source could not be asked who may see the item.");
            failed.Locate(integration.Name, "check_permissions");
            throw failed;
        }

        ExplainResult result = new()
        {
            Source = integration.Name.ToString(),
            Id = id.Value,
            IsVisible = decision.IsAllowed,
            Text = decision.IsAllowed ? "You may see this item." : Hidden,
            Conditions = decision.IsAllowed ? await ConditionsAsync(integration, id, reader, cancellationToken).ConfigureAwait(false) : [],
        };
        return new(result, $"{result.Text}{string.Concat(result.Conditions.Select(static c => $"\n- imposed by the {c.ImposedBy}, met as {string.Join(", ", c.MetAs)}"))}");
    }

    /// <summary>The conditions as far as they can be told. Without them the decision still stands.</summary>
    private static async Task<IReadOnlyList<ConditionResult>> ConditionsAsync(IIntegration integration, ContentId id, AccessContext reader, CancellationToken cancellationToken)
    {
        if (integration is not IAccessExplainer explainer)
        {
            return [];
        }

        try
        {
            AccessExplanation explanation = await explainer.ExplainAsync(id, reader, cancellationToken).ConfigureAwait(false);
            return explanation.Decision.IsAllowed
                ? [.. explanation.Verdicts.Where(static v => v.IsSatisfied).Select(static v => new ConditionResult(WireName.Of(v.Clause.Source), [.. v.Through.Select(static p => WireName.Of(p.Kind)).Distinct()]))]
                : [];
        }
        catch (IntegrationException)
        {
            return [];
        }
    }
}
