using Microsoft.Extensions.Options;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Checks the attributes of the options; generated.</summary>
[OptionsValidator]
internal sealed partial class SharePointOptionsValidator : IValidateOptions<SharePointOptions>;
