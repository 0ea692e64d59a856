using EvalFaaS.Engines;
using EvalFaaS.Execution;
using EvalFaaS.Model;
using EvalFaaS.Node.Logs;
using EvalFaaS.Node.Metrics;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Functions;

/// <summary>Runs a request as an invocation: begin, invoke, respond, record. Stays on the caller's thread, without a task of its own, as long as nothing has to be waited for.</summary>
internal sealed class FunctionCalls(FunctionRuntime runtime, TimeProvider time, FunctionLog log, RequestCounters counters, ILogger<FunctionCalls> logger)
{
    private const string Component = "node/http";

    /// <summary>Starts the ledger of the request; what follows until <see cref="RunAsync"/> is routing.</summary>
    public HttpInvocation Start(HttpExchange exchange)
    {
        var invocation = exchange.Client.Invocation(runtime, time, log);
        invocation.Ledger.Start();
        return invocation;
    }

    /// <summary>Answers the request by the function.</summary>
    /// <param name="invocation">From <see cref="Start"/>.</param>
    /// <param name="exchange">The request and its response.</param>
    /// <param name="function">Who answers.</param>
    /// <param name="functionLength">Length of the part of the path that leads to the function.</param>
    public Task RunAsync(HttpInvocation invocation, HttpExchange exchange, DeployedFunction function, int functionLength)
    {
        invocation.Begin(exchange, function, functionLength);
        invocation.Ledger.Mark(Phase.Route);
        var flush = default(ValueTask);
        try
        {
            var invoking = Invoke(invocation);
            if (!invoking.IsCompletedSuccessfully) return FinishAsync(invocation, invoking);
            flush = Respond(invocation, invoking.Result);
            if (!flush.IsCompletedSuccessfully) return FlushAsync(invocation, flush);
        }
        catch (Exception e)
        {
            return FailAsync(invocation, e);
        }

        Complete(invocation);
        return Task.CompletedTask;
    }

    private ValueTask<Outcome> Invoke(HttpInvocation invocation)
    {
        var limits = invocation.Limits;
        if (invocation.Http.RequestLength > limits.RequestBytes)
        {
            return new(new InvocationFault(FaultKind.RequestTooLarge, Component,
                $"The request body has {invocation.Http.RequestLength} bytes; {invocation.Function.Name} takes at most {limits.RequestBytes}."));
        }

        return runtime.InvokeAsync(invocation.Execution);
    }

    private ValueTask Respond(HttpInvocation invocation, Outcome outcome)
    {
        var fault = Responses.Fault(invocation, outcome);
        if (fault is not null)
        {
            counters.Count(fault.Kind);
            invocation.Execution.Outcome = fault;
        }

        return Responses.SendAsync(invocation, fault);
    }

    private async Task FinishAsync(HttpInvocation invocation, ValueTask<Outcome> invoking)
    {
        try
        {
            var outcome = await invoking.ConfigureAwait(false);
            var flush = Respond(invocation, outcome);
            if (!flush.IsCompletedSuccessfully)
            {
                await FlushAsync(invocation, flush).ConfigureAwait(false);
                return;
            }
        }
        catch (Exception e)
        {
            await FailAsync(invocation, e).ConfigureAwait(false);
            return;
        }

        Complete(invocation);
    }

    private async Task FlushAsync(HttpInvocation invocation, ValueTask flush)
    {
        try
        {
            // A client that takes its time does not keep the instance.
            runtime.Release(invocation.Execution);
            await flush.ConfigureAwait(false);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // The client went away; the server has closed the connection.
        }
        finally
        {
            Complete(invocation);
        }
    }

    private async Task FailAsync(HttpInvocation invocation, Exception exception)
    {
        logger.LogError(exception, "Invocation {Invocation} of {Revision} failed inside the node.", invocation.InvocationId, invocation.Function.Name);
        try
        {
            await Respond(invocation, new InvocationFault(FaultKind.Internal, Component, $"The node failed while it served the request: {exception.Message}")).ConfigureAwait(false);
        }
        finally
        {
            Complete(invocation);
        }
    }

    private void Complete(HttpInvocation invocation)
    {
        invocation.Ledger.Mark(Phase.Respond);
        runtime.Complete(invocation.Execution);
        invocation.End();
    }
}
