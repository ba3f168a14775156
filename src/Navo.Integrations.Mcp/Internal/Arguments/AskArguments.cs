using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal.Arguments;

/// <summary>What <c>ask</c> takes.</summary>
internal sealed record AskArguments
{
    [Description("The question, whole: nothing of earlier calls is known.")]
    [StringLength(SearchQuery.MaxTextLength, MinimumLength = 1)]
    public required string Question { get; init; }
}
