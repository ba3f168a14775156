using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Navo.Integrations.Yaml.Tests;

public sealed class YamlFileTests
{
    [Fact]
    public void A_file_that_may_be_absent_sets_nothing() =>
        Assert.Empty(new ConfigurationBuilder().AddNavoYaml("no-such-file.yaml", optional: true).Build().AsEnumerable());

    [Fact]
    public void A_file_that_must_be_there_is_missed_by_name()
    {
        var error = Assert.Throws<FileNotFoundException>(() => new ConfigurationBuilder().AddNavoYaml("no-such-file.yaml").Build());

        Assert.Contains("no-such-file.yaml", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_found_relative_to_the_base_path()
    {
        IConfigurationRoot root = new ConfigurationBuilder().SetBasePath(AppContext.BaseDirectory).AddNavoYaml("config.yaml").Build();

        Assert.Equal("${CONFLUENCE_API_TOKEN}", root["integrations:confluence:api_token"]);
    }

    [Fact]
    public void Row013_a_changed_file_is_read_again_on_reload()
    {
        string folder = Directory.CreateTempSubdirectory().FullName;
        try
        {
            string file = Path.Combine(folder, "config.yaml");
            File.WriteAllText(file, "integrations: {wiki: {api_token: old}}");
            IConfigurationRoot root = new ConfigurationBuilder().AddNavoYaml(file).Build();
            IChangeToken token = root.GetReloadToken();

            File.WriteAllText(file, "integrations: {wiki: {api_token: new}}");
            root.Reload();

            Assert.True(token.HasChanged);
            Assert.Equal("new", root["integrations:wiki:api_token"]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_is_watched_only_if_asked_for(bool reloadOnChange)
    {
        WatchCounter files = new();
        IConfigurationBuilder builder = new ConfigurationBuilder().SetFileProvider(files).AddNavoYaml("config.yaml", optional: true, reloadOnChange);

        builder.Build();

        Assert.Equal(reloadOnChange ? 1 : 0, files.Watched);
    }

    [Fact]
    public void Null_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => YamlConfigurationExtensions.AddNavoYaml(null!, "config.yaml"));
        Assert.Throws<ArgumentNullException>(() => new ConfigurationBuilder().AddNavoYaml(null!));
        Assert.Throws<ArgumentException>(() => new ConfigurationBuilder().AddNavoYaml(" "));
    }

    private sealed class WatchCounter : IFileProvider
    {
        public int Watched { get; private set; }

        public IChangeToken Watch(string filter)
        {
            Watched++;
            return NullChangeToken.Singleton;
        }

        public IFileInfo GetFileInfo(string subpath) => new NotFoundFileInfo(subpath);

        public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;
    }
}
