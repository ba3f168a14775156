namespace Navo.Integrations.Abstractions;

/// <summary>Is told of alerts: once when one is raised, once when it is over. Each sink is told one after the other, and none waits for another; one that fails is logged and costs nobody anything.</summary>
public interface IAlertSink
{
    /// <summary>Passes an alert on.</summary>
    /// <param name="alert">The alert; <see cref="Alert.IsOpen"/> says whether it begins or ends.</param>
    /// <param name="cancellationToken">Cancels, at the latest after five minutes.</param>
    /// <returns>A task that ends when it is passed on.</returns>
    ValueTask SendAsync(Alert alert, CancellationToken cancellationToken = default);
}
