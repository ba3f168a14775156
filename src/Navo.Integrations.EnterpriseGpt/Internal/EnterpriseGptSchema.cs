using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>What the configuration of an Enterprise GPT may say.</summary>
internal static class EnterpriseGptSchema
{
    public static IntegrationSchema Instance { get; } = new()
    {
        Kind = EnterpriseGptDefaults.Kind,
        Aliases = [EnterpriseGptDefaults.Alias],
        Keys =
        [
            new(nameof(EnterpriseGptOptions.ApiKey), OptionKeyKind.Secret),
            new(nameof(EnterpriseGptOptions.SecondaryApiKey), OptionKeyKind.Secret),
            new(nameof(EnterpriseGptOptions.AdminApiKey), OptionKeyKind.Secret),
            new(nameof(EnterpriseGptOptions.OrganizationId), OptionKeyKind.Account),
            new(nameof(EnterpriseGptOptions.ProjectId), OptionKeyKind.Account),
            new(nameof(EnterpriseGptOptions.BaseUrl), OptionKeyKind.Address),
            new(nameof(EnterpriseGptOptions.Api), OptionKeyKind.Choice) { Choices = Enum.GetNames<EnterpriseGptApi>() },
            new(nameof(EnterpriseGptOptions.Model), OptionKeyKind.Text),
            new(nameof(EnterpriseGptOptions.FallbackModels), OptionKeyKind.List),
            new(nameof(EnterpriseGptOptions.MaxTokens), OptionKeyKind.Integer),
            new(nameof(EnterpriseGptOptions.ReasoningTokens), OptionKeyKind.Integer),
            new(nameof(EnterpriseGptOptions.ReasoningEffort), OptionKeyKind.Text),
            new(nameof(EnterpriseGptOptions.Temperature), OptionKeyKind.Number),
            new(nameof(EnterpriseGptOptions.ContextTokens), OptionKeyKind.Integer),
            new(nameof(EnterpriseGptOptions.StreamIdleTimeout), OptionKeyKind.Seconds),
            new(nameof(EnterpriseGptOptions.StreamTimeout), OptionKeyKind.Seconds),
            new(nameof(EnterpriseGptOptions.Moderation), OptionKeyKind.Choice) { Choices = Enum.GetNames<EnterpriseGptModeration>() },
            new(nameof(EnterpriseGptOptions.ModerationModel), OptionKeyKind.Text),
            new(nameof(EnterpriseGptOptions.VectorStores), OptionKeyKind.List),
            new(nameof(EnterpriseGptOptions.OpenVectorStores), OptionKeyKind.List),
            new(nameof(EnterpriseGptOptions.MaxResults), OptionKeyKind.Integer),
            new(nameof(EnterpriseGptOptions.MinimumScore), OptionKeyKind.Number),
            new(nameof(EnterpriseGptOptions.ShutdownWarning), OptionKeyKind.Days),
            new(nameof(EnterpriseGptOptions.PricesFile), OptionKeyKind.Text),
            new("Budgets:PerUser", OptionKeyKind.Number),
            new("Budgets:PerTenant", OptionKeyKind.Number),
            new("Budgets:Total", OptionKeyKind.Number),
            new("Budgets:WarnAt", OptionKeyKind.Number),
        ],
    };
}
