using System.Security.Claims;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>Knows the configured reader and nobody else. A request that has a user is somebody's else, signed in or not.</summary>
internal sealed class LocalReaderResolver(IOptionsMonitor<NavoMcpOptions> options) : IMcpReaderResolver
{
    public ValueTask<AccessContext?> ResolveAsync(ClaimsPrincipal? user, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(user is null ? options.CurrentValue.Reader : null);
}
