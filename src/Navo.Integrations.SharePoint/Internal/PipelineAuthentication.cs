using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Authentication;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>Nothing to do for Graph's own client: the handlers beneath put the credential on, for the configured host only.</summary>
internal sealed class PipelineAuthentication : IAuthenticationProvider
{
    public Task AuthenticateRequestAsync(RequestInformation request, Dictionary<string, object>? additionalAuthenticationContext = null, CancellationToken cancellationToken = default) => Task.CompletedTask;
}
