using System.Collections.Immutable;
using EvalFaaS.Model;
using Microsoft.Extensions.Logging;

namespace EvalFaaS.Node.Configuration;

/// <summary>All settings there are.</summary>
internal static class NodeSettings
{
    private const int MinimumTokenLength = 16;

    /// <summary>In the order of the documentation.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        new Setting<ImmutableArray<string>>(new UrlsType(), o => o.Urls, (o, v) => o with { Urls = v })
        {
            Key = "urls", Description = "Addresses to listen on. Port 0 takes a free one.",
        },
        new Setting<string?>(new TextType("path"), o => o.Runtime.DataDirectory, (o, v) => o with { Runtime = o.Runtime with { DataDirectory = v! } })
        {
            Key = "data", Description = "Directory of functions, modules and compiled code.",
        },
        new Setting<string?>(new TextType($"text of at least {MinimumTokenLength} characters", MinimumTokenLength), o => o.Token, (o, v) => o with { Token = v })
        {
            Key = "token", Description = "Bearer token that the control API asks for; none is asked for where it is not set.", Live = true, Secret = true,
        },
        new Setting<LogLevel>(new ChoiceType<LogLevel>(), o => o.LogLevel, (o, v) => o with { LogLevel = v })
        {
            Key = "logLevel", Description = "The least grave log line that is written.", Live = true,
        },
        new Setting<TimeSpan>(new DurationType(TimeSpan.Zero, TimeSpan.FromMinutes(10)), o => o.DrainGrace, (o, v) => o with { DrainGrace = v })
        {
            Key = "drainGrace", Description = "How long running invocations may go on at shutdown.", Live = true,
        },
        new Setting<ImmutableArray<string>>(new DirectoriesType(), o => o.Directories, (o, v) => o with { Directories = v })
        {
            Key = "directories", Description = "Host directories below which a deployment may grant directories to a function; none: no function sees files.", Live = true,
        },
        .. HttpSettings.All,
        .. DefaultSettings.All,
        .. EngineSettings.All,
        .. CacheSettings.All,
        .. KeepAliveSettings.All,
        .. PolicyChoiceSettings.All,
        .. ThreadSettings.All,
    ];

    private static readonly Dictionary<string, Setting> ByKey = All.ToDictionary(s => s.Key);

    /// <summary>Keys that hold further keys.</summary>
    public static IReadOnlySet<string> Groups { get; } = All.Where(s => s.Key.Contains('.')).Select(s => s.Key[..s.Key.LastIndexOf('.')]).ToHashSet();

    /// <summary>The setting of this key, or null.</summary>
    public static Setting? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>What to say of a key that is none.</summary>
    public static string Unknown(string key) => $"unknown key '{key}'.{NearestName.Suggestion(key, All.Select(s => s.Key).Concat(Groups))}";
}
