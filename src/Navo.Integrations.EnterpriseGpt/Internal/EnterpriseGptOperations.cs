using Navo.Integrations.Core.Caching;
using Navo.Integrations.Core.Pipeline;

namespace Navo.Integrations.EnterpriseGpt.Internal;

/// <summary>The operations beside the shared ones, under the names that telemetry and audit show.</summary>
internal static class EnterpriseGptOperations
{
    public static IntegrationOperation GenerateResponse { get; } = new("generate_response") { Region = CacheRegion.Response };

    public static IntegrationOperation AnalyzeQuery { get; } = new("analyze_query") { Region = CacheRegion.Response };

    public static IntegrationOperation SummarizeContent { get; } = new("summarize_content") { Region = CacheRegion.Response };

    public static IntegrationOperation GetUsageStats { get; } = new("get_usage_stats");

    public static IntegrationOperation GetDataRetention { get; } = new("get_data_retention");
}
