using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Options;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Core.Registration;

/// <summary>Options in force. A change of the configuration takes effect without a restart; where it makes options invalid, those before it stay: of the same name, or else of all together.</summary>
internal sealed class ValidOptions<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IOptionsMonitor<TOptions> monitor)
    where TOptions : class
{
    private readonly ConcurrentDictionary<string, TOptions> _valid = new(StringComparer.Ordinal);

    /// <summary>The options without a name.</summary>
    /// <exception cref="OptionsValidationException">They never were valid.</exception>
    public TOptions Current => Get(Options.DefaultName);

    /// <summary>The options of a name.</summary>
    /// <exception cref="OptionsValidationException">Neither they nor those without a name ever were valid.</exception>
    public TOptions Get(string name)
    {
        try
        {
            TOptions now = monitor.Get(name);
            if (!_valid.TryGetValue(name, out TOptions? known) || !ReferenceEquals(known, now))
            {
                _valid[name] = now;
            }

            return now;
        }
        catch (Exception failure) when (failure is OptionsValidationException or ConfigurationException
            && (_valid.TryGetValue(name, out TOptions? last) || _valid.TryGetValue(Options.DefaultName, out last)))
        {
            return last;
        }
    }
}
