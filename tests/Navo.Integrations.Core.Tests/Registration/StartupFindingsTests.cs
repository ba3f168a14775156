using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Tests.Configuration;
using Navo.Integrations.Core.Configuration;

namespace Navo.Integrations.Core.Tests.Registration;

public sealed class StartupFindingsTests
{
    private const string Secret = "s3cr3t-of-somebody";

    [Fact]
    public void All_that_is_wrong_stands_in_one_message_each_with_key_kind_of_value_and_mend()
    {
        using ServiceProvider services = Create(false, ("Navo:Integrations:Audit:WriteTimeout", "00:00:00"), ("Navo:Integrations:CacheStore:ContentMaxBytes", "7"));

        OptionsValidationException refused = Assert.ThrowsAny<OptionsValidationException>(Start(services));

        Assert.Contains("for 3 reasons", refused.Message, StringComparison.Ordinal);
        Assert.Contains("- Navo:Integrations:Audit:WriteTimeout must be more than zero and at most one hour. (in the configuration: a duration)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("- Navo:Integrations:CacheStore:ContentMaxBytes must be 1,048,576", refused.Message, StringComparison.Ordinal);
        Assert.Contains("(in the configuration: a number)", refused.Message, StringComparison.Ordinal);
        Assert.Contains("- the application's own is wrong", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_right_is_let_through()
    {
        using ServiceProvider services = Create(true, ("Navo:Integrations:Audit:WriteTimeout", "00:00:05"));

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Theory]
    [InlineData(null, "nothing")]
    [InlineData("", "an empty text")]
    [InlineData(" ", "blanks")]
    [InlineData("${NAME}", "a placeholder")]
    [InlineData("yes please", "a text")]
    [InlineData("http://wiki", "an http address")]
    [InlineData("https://wiki", "an https address")]
    [InlineData("TRUE", "true or false")]
    public void The_kind_of_a_value_says_nothing_of_the_value(string? value, string expected) =>
        Assert.Equal(expected, Core.Registration.ValueClass.Of(Configuration(("Key", value)).GetSection("Key")));

    [Fact]
    public void All_keys_that_nobody_knows_stand_in_one_message()
    {
        IConfiguration configuration = Configuration(("Navo:Integrations:BigWiki:BaseUrll", "https://wiki"), ("Navo:Integrations:BigWiki:Tokn", Secret), ("Navo:Integrations:BigWiki:ApiToken", Secret));

        ConfigurationException refused = Assert.Throws<ConfigurationException>(() => IntegrationConfiguration.GetInstances(configuration, Wiki.Schema));

        Assert.Contains("for 2 reasons", refused.Message, StringComparison.Ordinal);
        Assert.Contains("BaseUrll' is not known. Did you mean 'BaseUrl'?", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Tokn' is not known.", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, refused.ToString(), StringComparison.Ordinal);
    }

    private static Action Start(ServiceProvider services) => () => services.GetRequiredService<IStartupValidator>().Validate();

    private static ServiceProvider Create(bool isOwnRight, params (string Key, string? Value)[] settings)
    {
        IConfiguration configuration = Configuration(settings);
        ServiceCollection services = new();
        services.AddSingleton(configuration);
        services.AddOptions<OwnOptions>().Validate(_ => isOwnRight, "the application's own is wrong").ValidateOnStart();
        services.AddNavoIntegrations().AddSharedConfiguration(configuration);
        return services.BuildServiceProvider();
    }

    private static IConfigurationRoot Configuration(params (string Key, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static setting => KeyValuePair.Create(setting.Key, setting.Value))).Build();

    private sealed class OwnOptions;
}
