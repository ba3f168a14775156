namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Tests that measure what others in this process would change, what is allocated for instance, and so run beside none.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
