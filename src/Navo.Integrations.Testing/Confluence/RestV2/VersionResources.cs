using System.Globalization;
using Navo.Integrations.Testing.Confluence.Http;
using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.RestV2;

/// <summary>Single versions by number.</summary>
internal static class VersionResources
{
    public static Answer Single(SimulatedCall call, SimulatedContent content)
    {
        var version = content.Versions.FirstOrDefault(v => v.Number.ToString(CultureInfo.InvariantCulture) == call.Route("number"));
        return version is null ? throw ApiErrorException.NotFound("Not Found") : Answer.Ok(ContentV2Json.Version(version));
    }
}
