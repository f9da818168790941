using System.Reflection;

namespace Finsam.LocalWorker;

/// <summary>A function as its attributes declare it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Trigger">What starts it.</param>
/// <param name="Route">Its route template with the prefix, for <see cref="FunctionTrigger.Http"/>.</param>
/// <param name="Methods">Its methods in capitals, for <see cref="FunctionTrigger.Http"/>; none means all.</param>
/// <param name="Schedule">Its NCRONTAB expression, for <see cref="FunctionTrigger.Timer"/>.</param>
/// <param name="Queue">Its queue, for <see cref="FunctionTrigger.Queue"/>.</param>
/// <param name="Method">The method that runs.</param>
public sealed record FunctionDescription(
    string Name,
    FunctionTrigger Trigger,
    string? Route,
    IReadOnlyList<string> Methods,
    string? Schedule,
    string? Queue,
    MethodInfo Method);
