using Navo.Integrations.Abstractions;
using Navo.Integrations.Core.Access;
using Navo.Integrations.Core.Tests.Pipeline;
using NSubstitute;

namespace Navo.Integrations.Core.Tests.Access;

/// <summary>A caller may block its only thread while it waits for a read: nothing in the gate comes back to that thread.</summary>
public sealed class CallersContextTests : IDisposable
{
    private static readonly PrincipalId Person = new(PrincipalSchemes.EntraObject, "oid-1");
    private static readonly string[] Wanted = [PrincipalSchemes.AtlassianAccount];

    private readonly GateWorld _world = new();
    private readonly TaskCompletionSource _answered = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _world.Dispose();

    [Theory]
    [InlineData("decide")]
    [InlineData("ensure")]
    [InlineData("is allowed")]
    [InlineData("trim a page")]
    [InlineData("read")]
    [InlineData("search")]
    public async Task A_check_that_waits_does_not_come_back_to_the_caller(string call)
    {
        await _world.SearchAsync(AccessContext.Service);
        _world.Wait = _answered.Task;
        await NothingReturnsAsync(call switch
        {
            "decide" => () => _world.Gate.DecideAsync(new("7"), Samples.Ann, _world.Harness.Time, PipelineHarness.Token),
            "ensure" => () => _world.Gate.EnsureAsync(new("7"), Samples.Ann, PipelineHarness.Token),
            "is allowed" => () => _world.Gate.IsAllowedAsync(new("7"), Samples.Ann, PipelineHarness.Token),
            "trim a page" => () => _world.Gate.TrimAsync(Samples.Page("1", "2"), Samples.Ann, PipelineHarness.Token),
            "read" => () => _world.ReadAsync(Samples.Ann),
            _ => () => _world.SearchAsync(Samples.Ann),
        });
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1")]
    public async Task A_check_of_a_newer_version_does_not_come_back_to_the_caller(string? known)
    {
        await _world.Gate.TrimAsync(PageOf(known), Samples.Ann, PipelineHarness.Token);
        _world.Wait = _answered.Task;
        await NothingReturnsAsync(() => _world.Gate.TrimAsync(PageOf("2"), Samples.Ann, PipelineHarness.Token));
    }

    [Fact]
    public async Task A_source_that_waits_behind_an_open_gate_does_not_come_back_to_the_caller()
    {
        await _world.Gate.EnsureAsync(new("7"), Samples.Ann, PipelineHarness.Token);
        TaskCompletionSource<KnowledgeContent> content = new(TaskCreationOptions.RunContinuationsAsynchronously);
        TaskCompletionSource<SearchPage> page = new(TaskCreationOptions.RunContinuationsAsynchronously);
        GatedRead<KnowledgeContent> read = new(new("7"), _ => content.Task);
        GatedSearch search = GatedSearch.Of((_, _) => page.Task, "words", null, "words");

        Assert.Equal(0, await CallersContext.ReturnsOfAsync(() => _world.ReadAsync(Samples.Ann, read), () => content.SetResult(Samples.Content())));
        Assert.Equal(0, await CallersContext.ReturnsOfAsync(
            () => _world.Reads.SearchAsync(IntegrationOperations.Search, Samples.Ann, search, PipelineHarness.Token), () => page.SetResult(Samples.Page("1"))));
    }

    [Fact]
    public async Task A_directory_that_waits_does_not_come_back_to_the_caller()
    {
        TaskCompletionSource<IReadOnlyList<PersonIdentities>> people = new(TaskCreationOptions.RunContinuationsAsynchronously);
        var directory = Substitute.For<IIdentityDirectory>();
        directory.FindAsync(Person, Arg.Any<CancellationToken>()).Returns(_ => new ValueTask<IReadOnlyList<PersonIdentities>>(people.Task));
        IdentityLinker linker = new([directory], _world.Harness.Time);

        Assert.Equal(0, await CallersContext.ReturnsOfAsync(
            () => linker.ResolveAsync(AccessContext.ForUser(Person), Wanted, PipelineHarness.Token).AsTask(), () => people.SetResult([])));
    }

    [Fact]
    public async Task Groups_that_are_waited_for_do_not_come_back_to_the_caller()
    {
        TaskCompletionSource<IReadOnlyList<AccessPrincipal>> groups = new(TaskCreationOptions.RunContinuationsAsynchronously);

        Assert.Equal(0, await CallersContext.ReturnsOfAsync(
            () => GroupExpansion.ExpandAsync(new(AccessPrincipalKind.User, Person), (_, _) => groups.Task, cancellationToken: PipelineHarness.Token), () => groups.SetResult([])));
    }

    private static SearchPage PageOf(string? version)
    {
        SearchPage page = Samples.Page("7");
        return page with { Hits = [page.Hits[0] with { Version = version }] };
    }

    private async Task NothingReturnsAsync(Func<Task> begin) => Assert.Equal(0, await CallersContext.ReturnsOfAsync(begin, _answered.SetResult));
}
