using Navo.Integrations.Abstractions;

namespace Navo.Integrations.EnterpriseGpt;

/// <summary>What a question asks to stay within.</summary>
public sealed record QueryFilters
{
    /// <summary>Spaces and sites, as the question names them: a key or a name. Empty for any.</summary>
    public IReadOnlyList<string> Containers { get; init; } = [];

    /// <summary>Kinds of content; empty for any.</summary>
    public IReadOnlyList<ContentKind> Kinds { get; init; } = [];

    /// <summary>Labels; empty for any.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Authors, as the question names them: a name or an e-mail address. A directory has to say who they are. Empty for any.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];
}
