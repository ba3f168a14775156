namespace Navo.Integrations.Testing.Confluence.Http;

/// <summary>What all requests of one simulator share.</summary>
internal sealed class SimulatorContext(ConfluenceSimulatorOptions options, ConfluenceSite site)
{
    public const string DataCenterContextPath = "/confluence";
    public const string CloudContextPath = "/wiki";

    public ConfluenceEdition Edition => options.Edition;

    public ConfluenceSite Site { get; } = site;

    public SimulatedOAuth OAuth { get; } = new(options.TimeProvider);

    public Webhooks Webhooks { get; } = new(site);

    public ConfluenceQuirks Quirks { get; } = new();

    public int? MaxPageSize => options.MaxPageSize;

    /// <summary>The root of the socket, known once it listens.</summary>
    public Uri Root { get; set; } = new("http://127.0.0.1/");

    public string ContextPath => Edition is ConfluenceEdition.DataCenter ? DataCenterContextPath : CloudContextPath;

    /// <summary>What <c>_links.base</c> names: always the site, also at the gateway.</summary>
    public string LinkBase => Root.GetLeftPart(UriPartial.Authority) + ContextPath;

    public string GatewayPath => "/ex/confluence/" + Site.CloudId;
}
