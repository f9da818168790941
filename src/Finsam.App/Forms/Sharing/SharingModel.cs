using System.Collections.Immutable;

namespace Finsam.App.Forms.Sharing;

/// <summary>A page by which somebody is asked to answer.</summary>
/// <param name="Form">The form.</param>
/// <param name="Asked">What was written, when it is shown again.</param>
/// <param name="Errors">What is wrong with it.</param>
public sealed record SharingModel(FormView Form, PersonAsked? Asked, ImmutableArray<SharingError> Errors)
{
    /// <summary>The id of whom parts have just been passed on to, or taken back from; null when nothing has been done.</summary>
    public string? Done { get; init; }

    /// <summary>The message at a field; null when there is none.</summary>
    public string? At(string field) => Errors.FirstOrDefault(e => e.Field == field)?.Message;
}
