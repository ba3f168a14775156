namespace Navo.Integrations.Core.Tests.Http;

/// <summary>Tests that measure what the whole process allocates, and so run beside no others.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;
