using Navo.Integrations.Testing.Confluence;

namespace Navo.Console.Tests;

/// <summary>Settings in the environment, as a user has them, until it is disposed.</summary>
internal sealed class EnvironmentScope : IDisposable
{
    private readonly string[] _names;

    /// <param name="settings">Keys of configuration, or names of variables.</param>
    public EnvironmentScope(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        KeyValuePair<string, string?>[] variables = [.. Demo.Unhurried.Concat(settings).Select(setting => KeyValuePair.Create(setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value))];
        _names = [.. variables.Select(variable => variable.Key)];
        Array.ForEach(variables, variable => Environment.SetEnvironmentVariable(variable.Key, variable.Value));
    }

    public static Dictionary<string, string?> Of(ConfluenceSimulator simulator, ConfluenceEdition edition = ConfluenceEdition.Cloud, string? token = null) => new()
    {
        ["Navo:Integrations:Confluence:BaseUrl"] = simulator.BaseUrl.AbsoluteUri,
        ["Navo:Integrations:Confluence:Deployment"] = edition == ConfluenceEdition.DataCenter ? "DataCenter" : "Cloud",
        ["Navo:Integrations:Confluence:Username"] = edition == ConfluenceEdition.DataCenter ? null : simulator.Username,
        ["Navo:Integrations:Confluence:ApiToken"] = token ?? simulator.ApiToken,
    };

    public void Dispose() => Array.ForEach(_names, name => Environment.SetEnvironmentVariable(name, null));
}
