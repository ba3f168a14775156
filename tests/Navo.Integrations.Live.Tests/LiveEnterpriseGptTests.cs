namespace Navo.Integrations.Live.Tests;

/// <summary>The scenarios at the organization that the environment names; skipped where it names none.</summary>
public sealed class LiveEnterpriseGptTests : EnterpriseGptScenarios
{
    private const string Missing =
        "No live OpenAI: set ENTERPRISE_GPT_API_KEY and ORGANIZATION_ID "
        + "(optional: ENTERPRISE_GPT_BASE_URL, with its version; ENTERPRISE_GPT_MODEL; ENTERPRISE_GPT_PROJECT; ENTERPRISE_GPT_ADMIN_KEY; "
        + "ENTERPRISE_GPT_VECTOR_STORE, an id; ENTERPRISE_GPT_WORDS, a text to search there).";

    protected override ValueTask<GptAccess> OpenAsync()
    {
        string? key = Settings.Read("ENTERPRISE_GPT_API_KEY");
        string? organization = Settings.Read("ORGANIZATION_ID");
        Assert.SkipWhen(key is null || organization is null, Missing);

        return ValueTask.FromResult(new GptAccess
        {
            ApiKey = key!,
            OrganizationId = organization!,
            BaseUrl = Settings.Read("ENTERPRISE_GPT_BASE_URL") is { } address ? new Uri(address) : null,
            Model = Settings.Read("ENTERPRISE_GPT_MODEL"),
            ProjectId = Settings.Read("ENTERPRISE_GPT_PROJECT"),
            AdminKey = Settings.Read("ENTERPRISE_GPT_ADMIN_KEY"),
            VectorStore = Settings.Read("ENTERPRISE_GPT_VECTOR_STORE"),
            Words = Settings.Read("ENTERPRISE_GPT_WORDS") ?? "the",
        });
    }
}
