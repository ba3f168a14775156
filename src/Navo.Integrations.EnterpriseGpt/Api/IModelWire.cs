namespace Navo.Integrations.EnterpriseGpt.Api;

/// <summary>One way to a model. What fails is one of the family, or a transport failure that the waist translates; nothing is asked twice here.</summary>
internal interface IModelWire
{
    /// <summary>Asks and waits for the whole answer.</summary>
    Task<ModelAnswer> CompleteAsync(ModelRequest request, CancellationToken cancellationToken);

    /// <summary>Asks and hands out the answer as it comes; the last part holds the whole of it and how it ended.</summary>
    IAsyncEnumerable<ModelDelta> StreamAsync(ModelRequest request, CancellationToken cancellationToken);
}
