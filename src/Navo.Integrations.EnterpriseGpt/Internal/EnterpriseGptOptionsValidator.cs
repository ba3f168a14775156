using Microsoft.Extensions.Options;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>Checks the attributes of the options; generated.</summary>
[OptionsValidator]
internal sealed partial class EnterpriseGptOptionsValidator : IValidateOptions<EnterpriseGptOptions>;
