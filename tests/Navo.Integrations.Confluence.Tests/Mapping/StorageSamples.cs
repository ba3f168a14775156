using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

internal static class StorageSamples
{
    public static StorageRenderContext Context { get; } = new()
    {
        Title = "My Page",
        UserName = id => id == "a1" ? "Ann Lee" : null,
    };

    /// <summary>Reads a file that the build puts beside the tests; the source's own path is masked in a CI build.</summary>
    public static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", file)).ReplaceLineEndings("\n");

    public static RenderedMarkup Render(string storage) => StorageMarkup.Render(storage, Context);

    public static RenderedMarkup Sample(string name) => Render(Read($"{name}.xml"));
}
