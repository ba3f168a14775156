using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Configuration;
using Navo.Integrations.Core.Registration;
using Navo.Integrations.Extraction;
using Navo.Integrations.Extraction.Internal;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the extraction of text out of files.</summary>
public static class TextExtractionBuilderExtensions
{
    /// <summary>Registers <see cref="ITextExtractor"/> with every format of the package. Calling it again changes nothing.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddTextExtraction(this INavoIntegrationsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        if (!builder.Services.Any(service => service.ServiceType == typeof(BuiltInFormats)))
        {
            builder.Services.AddLogging();
            builder.Services.AddSingleton<BuiltInFormats>();
            builder.Services.TryAddSingleton(TimeProvider.System);
            builder.Services.TryAddSingleton<ITextExtractor, TextExtractor>();
            builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExtractionOptions>, ExtractionOptionsRules>());
            builder.Services.AddOptions<ExtractionOptions>().ValidateOnStart();
        }

        return builder;
    }

    /// <summary>Registers <see cref="ITextExtractor"/> with limits of your own.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Sets the limits, after those of the configuration.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddTextExtraction(this INavoIntegrationsBuilder builder, Action<ExtractionOptions> configure)
    {
        builder.AddTextExtraction();
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.PostConfigure(configure);
        return builder;
    }

    /// <summary>Registers <see cref="ITextExtractor"/> with the limits that the section <c>Extraction</c> sets.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The application's configuration, with <c>Navo:Integrations</c> or <c>integrations</c> in it.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddTextExtraction(this INavoIntegrationsBuilder builder, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        builder.AddTextExtraction();
        builder.Services.Configure<ExtractionOptions>(options => IntegrationConfiguration.GetSection(configuration, ExtractionSchema.Schema).Bind(options));
        return builder;
    }

    /// <summary>Adds an extractor of your own: for a format that the package does not read, or in place of one that it does. The last one that is added for a media type reads it.</summary>
    /// <typeparam name="TExtractor">The extractor; one instance serves all files.</typeparam>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static INavoIntegrationsBuilder AddTextExtractor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TExtractor>(this INavoIntegrationsBuilder builder)
        where TExtractor : class, IFormatExtractor
    {
        builder.AddTextExtraction();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IFormatExtractor, TExtractor>());
        return builder;
    }
}
