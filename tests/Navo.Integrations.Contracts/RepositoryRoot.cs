namespace Navo.Integrations.Contracts;

/// <summary>Where the repository lies, found from where the tests run.</summary>
public static class RepositoryRoot
{
    /// <summary>The folder that holds the solution.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests run outside of a checkout.</exception>
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(at.FullName, "Navo.Integrations.sln")))
            {
                return at.FullName;
            }
        }

        throw new DirectoryNotFoundException("Navo.Integrations.sln lies in no folder above the tests.");
    }
}
