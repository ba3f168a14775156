using System.Text.Json;
using Navo.Integrations.Abstractions;
using Navo.Integrations.SharePoint.Api;
using Navo.Integrations.SharePoint.Api.Wire;

namespace Navo.Integrations.SharePoint.Internal;

/// <summary>
/// Gathers questions about permissions: the first goes alone at once; those that come while it is under way go together in the next batch, and so on. Nobody waits for a
/// batch to fill.
/// </summary>
internal sealed class GraphBatcher(IGraphApi api, GraphBatch batch)
{
    private readonly Lock _gate = new();
    private readonly Queue<Question> _waiting = new();
    private bool _isRunning;

    public async Task<GraphListDto<PermissionDto>> GetPermissionsAsync(DriveItemAddress item, CancellationToken cancellationToken)
    {
        if (GraphActor.Current is not null)
        {
            return await api.GetPermissionsAsync(item.DriveId, item.ItemId, cancellationToken).ConfigureAwait(false); // a user's own question never mixes with others'
        }

        Question question = new(item);
        lock (_gate)
        {
            _waiting.Enqueue(question);
            if (!_isRunning)
            {
                _isRunning = true;
                using AsyncFlowControl ownFlow = ExecutionContext.SuppressFlow(); // what is asked for many is bound to no one caller's deadline
                _ = Task.Run(RunAsync, CancellationToken.None);
            }
        }

        return await question.Answer.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        while (Next() is { Count: > 0 } questions)
        {
            try
            {
                await AskAsync(questions).ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                // Each caller is going to say in whose call it happened.
                questions.ForEach(question => question.Answer.TrySetException(failure is IntegrationException known ? SharedFailure.CopyOf(known) : failure));
            }
        }
    }

    private List<Question> Next()
    {
        lock (_gate)
        {
            List<Question> next = [];
            while (next.Count < SharePointDefaults.MaxBatch && _waiting.TryDequeue(out Question? question))
            {
                next.Add(question);
            }

            _isRunning = next.Count > 0;
            return next;
        }
    }

    private async Task AskAsync(List<Question> questions)
    {
        if (questions is [var single])
        {
            single.Answer.TrySetResult(await api.GetPermissionsAsync(single.Item.DriveId, single.Item.ItemId, CancellationToken.None).ConfigureAwait(false));
            return;
        }

        IReadOnlyList<GraphBatchAnswer> answers = await batch.SendAsync([.. questions.Select(question => GraphBatchRequest.Get($"/{question.Item}/permissions"))], CancellationToken.None).ConfigureAwait(false);
        for (int i = 0; i < questions.Count; i++)
        {
            Complete(questions[i].Answer, answers[i]);
        }
    }

    private static void Complete(TaskCompletionSource<GraphListDto<PermissionDto>> waiting, GraphBatchAnswer answer)
    {
        try
        {
            waiting.TrySetResult(answer.Read(GraphJson.Default.GraphListDtoPermissionDto));
        }
        catch (Exception failure) when (failure is IntegrationException or JsonException)
        {
            waiting.TrySetException(failure);
        }
    }

    private sealed record Question(DriveItemAddress Item)
    {
        public TaskCompletionSource<GraphListDto<PermissionDto>> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
