using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Confluence;

/// <remarks>A page's policy is: who may view the space, and each restricted ancestor, and the page itself. Comments and attachments have that of their page.</remarks>
public partial interface IConfluenceClient : IAccessExplainer;
