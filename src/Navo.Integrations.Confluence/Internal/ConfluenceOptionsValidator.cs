using Microsoft.Extensions.Options;

namespace Navo.Integrations.Confluence.Internal;

/// <summary>Checks what attributes can say.</summary>
[OptionsValidator]
internal sealed partial class ConfluenceOptionsValidator : IValidateOptions<ConfluenceOptions>;
