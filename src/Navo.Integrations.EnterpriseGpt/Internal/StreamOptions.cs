using Navo.Integrations.Core;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The options of an instance as its streamed calls have them: with a deadline of their own.</summary>
internal sealed class StreamOptions : IntegrationOptions
{
    public static StreamOptions Of(EnterpriseGptOptions options) => new() { Timeout = options.StreamTimeout, Http = options.Http, Cache = options.Cache };
}
