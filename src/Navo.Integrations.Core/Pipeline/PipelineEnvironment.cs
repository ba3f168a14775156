using Microsoft.Extensions.Logging;

namespace Navo.Integrations.Core.Pipeline;

/// <summary>The clock and the logs that all pipelines share.</summary>
internal sealed record PipelineEnvironment(TimeProvider Time, ILoggerFactory Loggers);
