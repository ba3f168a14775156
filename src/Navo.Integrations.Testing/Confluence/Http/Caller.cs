using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>Who calls: a user, or nobody where the site lets visitors in.</summary>
internal sealed record Caller(SimulatedUser? User);
