using System.Runtime.CompilerServices;
using Navo.Integrations.Confluence.Mapping.Storage;

namespace Navo.Integrations.Confluence.Tests.Mapping;

internal static class StorageSamples
{
    public static StorageRenderContext Context { get; } = new()
    {
        Title = "My Page",
        SpaceKey = "ENG",
        UserName = id => id == "a1" ? "Ann Lee" : null,
    };

    public static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Golden");

    public static string Read(string file) => File.ReadAllText(Path.Combine(Folder(), file)).ReplaceLineEndings("\n");

    public static RenderedMarkup Render(string storage) => StorageMarkup.Render(storage, Context);

    public static RenderedMarkup Sample(string name) => Render(Read($"{name}.xml"));
}
