using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Navo.Integrations.Abstractions;

namespace Navo.Integrations.Mcp.Internal;

/// <summary>What all tools have in common: who calls, arguments that are held against their schema, a result in two forms, and failures as results.</summary>
internal abstract class NavoTool<TArguments, TResult> : McpServerTool
    where TArguments : class
    where TResult : class
{
    private readonly IServiceProvider _services;
    private readonly JsonTypeInfo<TArguments> _arguments;
    private readonly JsonTypeInfo<TResult> _result;

    protected NavoTool(IServiceProvider services, Tool tool)
    {
        _services = services;
        _arguments = (JsonTypeInfo<TArguments>)McpJson.Default.GetTypeInfo(typeof(TArguments))!;
        _result = (JsonTypeInfo<TResult>)McpJson.Default.GetTypeInfo(typeof(TResult))!;
        tool.InputSchema = ToolSchema.Of(_arguments);
        tool.OutputSchema = ToolSchema.Of(_result);
        ProtocolTool = tool;
    }

    public override Tool ProtocolTool { get; }

    public override IReadOnlyList<object> Metadata => [];

    public override async ValueTask<CallToolResult> InvokeAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        try
        {
            AccessContext reader = await ReaderAsync(request, cancellationToken).ConfigureAwait(false);
            TArguments arguments = ToolArguments.Read(request.Params?.Arguments, _arguments);
            ToolAnswer<TResult> answer = await AnswerAsync(arguments, reader, cancellationToken).ConfigureAwait(false);
            return new()
            {
                Content = [new TextContentBlock { Text = answer.Text }],
                StructuredContent = JsonSerializer.SerializeToElement(answer.Result, _result),
            };
        }
        catch (IntegrationException failure)
        {
            return new() { IsError = true, Content = [new TextContentBlock { Text = ToolErrors.Text(failure) }] };
        }
    }

    /// <summary>Does the work.</summary>
    protected abstract Task<ToolAnswer<TResult>> AnswerAsync(TArguments arguments, AccessContext reader, CancellationToken cancellationToken);

    private async ValueTask<AccessContext> ReaderAsync(RequestContext<CallToolRequestParams> request, CancellationToken cancellationToken)
    {
        IMcpReaderResolver resolver = (request.Services ?? _services).GetRequiredService<IMcpReaderResolver>();
        AccessContext? reader = await resolver.ResolveAsync(request.User, cancellationToken).ConfigureAwait(false);
        return reader is { IsService: false } known
            ? known
            : throw new AuthenticationException("Nobody is known on whose behalf this call could be made.") { Remedy = "Sign in at the server, or let its operator configure a reader." };
    }
}
