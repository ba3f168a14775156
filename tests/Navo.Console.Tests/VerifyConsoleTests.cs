using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Audit;

namespace Navo.Console.Tests;

/// <summary>The verb that verifies an audit trail.</summary>
[Collection(nameof(ConsoleTests))]
public sealed class VerifyConsoleTests : IDisposable
{
    private static readonly string Key = Convert.ToBase64String(new byte[32]);

    private readonly string _folder = Directory.CreateTempSubdirectory("navo-verify-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string FilePath => Path.Combine(_folder, "audit.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task T17_the_exit_code_says_whether_a_trail_is_whole_cut_short_or_changed()
    {
        await WriteAsync(key: null);
        (int code, string output, string error) = await ConsoleTests.RunAsync("verify", FilePath);
        Assert.Equal((0, string.Empty), (code, error));
        Assert.StartsWith("Intact: 3 lines hold", output, StringComparison.Ordinal);
        string known = output.Trim().Split("last: ")[1];
        Assert.Equal(0, (await ConsoleTests.RunAsync("verify", FilePath, "--known", known)).Code);

        string[] lines = await File.ReadAllLinesAsync(FilePath, Token);
        await File.WriteAllTextAsync(FilePath, $"{lines[0]}\n{lines[1][..20]}", Token);
        Assert.Equal(3, (await ConsoleTests.RunAsync("verify", FilePath)).Code);

        await File.WriteAllTextAsync(FilePath, $"{lines[0]}\n{lines[1]}\n", Token);
        Assert.Equal(3, (await ConsoleTests.RunAsync("verify", FilePath, "--known", known)).Code);

        await File.WriteAllTextAsync(FilePath, $"{lines[0]}\n{lines[2]}\n", Token);
        (code, output, _) = await ConsoleTests.RunAsync("verify", FilePath, "--json");
        JsonElement report = JsonDocument.Parse(output).RootElement;
        Assert.Equal((4, "broken", 2), (code, report.GetProperty("status").GetString(), report.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task T17_the_key_and_the_file_are_those_of_the_configuration()
    {
        await WriteAsync(Key);
        Assert.Equal(4, (await ConsoleTests.RunAsync("verify", FilePath)).Code);
        using EnvironmentScope environment = new(new Dictionary<string, string?>
        {
            ["Navo__Integrations__Audit__File__Path"] = FilePath,
            ["Navo__Integrations__Audit__File__Chain"] = "true",
            ["Navo__Integrations__Audit__File__ChainKey"] = Key,
        });
        (int code, string output, string error) = await ConsoleTests.RunAsync("verify");
        Assert.Equal((0, string.Empty), (code, error));
        Assert.DoesNotContain(Key, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_and_a_line_that_is_none_are_one_line_each()
    {
        (int code, _, string error) = await ConsoleTests.RunAsync("verify", FilePath);
        Assert.Equal(1, code);
        Assert.Single(error.Trim().Split('\n'));
        Assert.Equal(1, (await ConsoleTests.RunAsync("verify", FilePath, "--known", "7")).Code);
        Assert.Equal(1, (await ConsoleTests.RunAsync("verify")).Code);
    }

    private async Task WriteAsync(string? key)
    {
        await using JsonLinesAuditSink sink = new(new AuditFileOptions { Path = FilePath, Chain = true, ChainKey = key });
        for (int i = 0; i < 3; i++)
        {
            await sink.WriteAsync(new()
            {
                Timestamp = DateTimeOffset.UnixEpoch,
                Integration = new("confluence"),
                Operation = "get_content",
                Reader = "service",
                Outcome = AuditOutcome.Success,
                ItemId = $"{i}",
            }, Token);
        }
    }
}
