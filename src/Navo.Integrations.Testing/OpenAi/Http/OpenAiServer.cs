using System.Globalization;
using Navo.Integrations.Testing.Faults;
using Navo.Integrations.Testing.OpenAi.Model;

namespace Navo.Integrations.Testing.OpenAi.Http;

/// <summary>What all calls share.</summary>
internal sealed class OpenAiServer(OpenAiSimulatorOptions options, OpenAiOrganization organization)
{
    private int _made;

    public OpenAiOrganization Organization => organization;

    public TimeProvider Time => options.TimeProvider;

    public TimeSpan TimePerToken => options.TimePerToken;

    public FaultPlan Faults { get; } = new(options.Seed, options.TimeProvider);

    public long Now => Time.GetUtcNow().ToUnixTimeSeconds();

    /// <summary>A new id; the same for the same seed and place in the sequence.</summary>
    public string NextId(string prefix, int length = 48) =>
        Ids.Make(prefix, string.Create(CultureInfo.InvariantCulture, $"{options.Seed} {Interlocked.Increment(ref _made)}"), length);

    /// <summary>Whether the model's day of shutdown has come.</summary>
    public bool IsGone(OpenAiModel model) => model.ShutdownDate is { } day && DateOnly.FromDateTime(Time.GetUtcNow().UtcDateTime) >= day;

    /// <summary>The model of this id, unless it is shut down or of another kind.</summary>
    public OpenAiModel Model(string id, OpenAiModelKind? kind = null)
    {
        OpenAiModel model = organization.Model(id) ?? throw OpenAiError.ModelNotFound(id);
        return IsGone(model) || (kind is not null && model.Kind != kind) ? throw OpenAiError.ModelNotFound(id) : model;
    }
}
