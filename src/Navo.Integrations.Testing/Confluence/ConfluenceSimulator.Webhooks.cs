using Navo.Integrations.Testing.Confluence.Model;

namespace Navo.Integrations.Testing.Confluence;

public sealed partial class ConfluenceSimulator
{
    /// <summary>The webhooks of Data Center.</summary>
    public IReadOnlyList<SimulatedWebhook> Webhooks => [.. _context.Webhooks.All];

    /// <summary>Whether events are signed with the algorithm's name before the signature; true at first.</summary>
    public bool SignsWithPrefix
    {
        get => _context.Webhooks.SignsWithPrefix;
        set => _context.Webhooks.SignsWithPrefix = value;
    }

    /// <summary>Tells the webhooks what happened at the site since the last call, each event by a signed request of its own. None is told again, taken or not.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many events were taken.</returns>
    public Task<int> NotifyAsync(CancellationToken cancellationToken = default) => _context.Webhooks.NotifyAsync(cancellationToken);

    /// <summary>Adds a webhook or replaces the one of its id, as an administrator does by hand. The secret stays.</summary>
    /// <param name="webhook">The webhook.</param>
    public void Put(SimulatedWebhook webhook)
    {
        ArgumentNullException.ThrowIfNull(webhook);
        _context.Webhooks.Put(webhook);
    }

    /// <summary>Removes a webhook, as an administrator does by hand.</summary>
    /// <param name="id">Its id; nothing happens where there is none.</param>
    public void RemoveWebhook(int id) => _context.Webhooks.Remove(id);
}
