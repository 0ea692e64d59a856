using EvalFaaS.Node.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Hosting;

/// <summary>Log lines: one line each on standard error, at a level that may change while the node runs.</summary>
internal static class NodeLogging
{
    private const string FromServer = "Microsoft";

    /// <summary>Adds logging.</summary>
    public static void Add(ILoggingBuilder logging, RuntimeConfiguration configuration, ILoggerProvider? provider)
    {
        logging.SetMinimumLevel(LogLevel.Trace);
        bool Wanted(LogLevel level) => level >= configuration.Options.LogLevel;
        logging.AddFilter(Wanted);
        // The server asks about its own many times a request: a fixed level answers at once.
        logging.Services.Configure<LoggerFilterOptions>(filters => filters.Rules.Add(new LoggerFilterRule(null, FromServer, LogLevel.Warning, (_, _, level) => Wanted(level))));
        // Any level switched on here makes the server open a scope and an activity for each request.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        // A node that cannot start says so in one sentence, without the server's own account of it.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        if (provider is not null) logging.AddProvider(provider);
        else
        {
            logging.AddSimpleConsole(console =>
            {
                console.SingleLine = true;
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z' ";
            });
            logging.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        }
    }
}
