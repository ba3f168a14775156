namespace Navo.Integrations.EnterpriseGpt.Internal.Usage;

/// <summary>The prices now in force: read once for each <see cref="EnterpriseGptOptions.PricesFile"/>, so that a changed option counts without a restart.</summary>
internal sealed class PriceBook(Func<EnterpriseGptOptions> current)
{
    private volatile Edition? _edition;

    /// <summary>The prices.</summary>
    /// <exception cref="Abstractions.ConfigurationException">The file cannot be read, or is wrong.</exception>
    public ModelCatalog Current
    {
        get
        {
            string? path = current().PricesFile;
            Edition? edition = _edition;
            if (edition is null || edition.Path != path)
            {
                _edition = edition = new(path, PricesReader.Read(path));
            }

            return edition.Catalog;
        }
    }

    private sealed record Edition(string? Path, ModelCatalog Catalog);
}
