using Microsoft.Extensions.Options;

namespace Navo.Integrations.EnterpriseGpt.Internal.Answers;

/// <summary>Checks the attributes of the options; generated.</summary>
[OptionsValidator]
internal sealed partial class KnowledgeAssistantOptionsValidator : IValidateOptions<KnowledgeAssistantOptions>;
