using System.Collections.Immutable;
using System.Net.Mail;
using Finsam.Domain.Privacy;

namespace Finsam.App.Forms.Sharing;

/// <summary>Somebody who is asked to answer, as it was written.</summary>
/// <param name="Name">The name or function.</param>
/// <param name="Email">The address.</param>
/// <param name="Message">A word to them, or to the chef; null when there is none.</param>
public sealed record PersonAsked(string Name, string Email, string? Message)
{
    /// <summary>The name of the form fields.</summary>
    public const string NameField = "namn", EmailField = "epost", MessageField = "meddelande", PartsField = "del.", ReplaceField = "byt";

    /// <summary>The parts, by id.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>True when they answer instead of the one who writes, false when they answer too; null when nothing is chosen.</summary>
    public bool? Replaces { get; init; }

    /// <summary>What was written.</summary>
    public static PersonAsked From(PartEntry entry) => new(
        Line(entry, NameField), Line(entry, EmailField), entry.Written.GetValueOrDefault(MessageField)?.Trim() is { Length: > 0 } message ? message : null)
    {
        Parts = [.. entry.Written.Keys.Where(k => k.StartsWith(PartsField, StringComparison.Ordinal)).Select(k => k[PartsField.Length..]).Order(StringComparer.Ordinal)],
        Replaces = entry.Written.GetValueOrDefault(ReplaceField) switch { "ja" => true, "nej" => false, _ => null },
    };

    /// <summary>True for what is an address: one @, a domain with a point, and nothing that would break a header.</summary>
    public static bool IsAddress(string text) => text.Length <= 254 && !text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or '"' or ',' or ';')
        && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);

    /// <summary>What is wrong when parts are passed on, at its field.</summary>
    public ImmutableArray<SharingError> Errors(FormView form) =>
    [
        .. Parts.IsEmpty || Parts.Any(id => form.Parts.All(p => p.Id != id)) ? [new SharingError(PartsField, SharingTexts.NoParts)] : Array.Empty<SharingError>(),
        .. PersonErrors(),
        .. form.Report.PassedOn.Length >= PassOn.Most ? [new SharingError(NameField, SharingTexts.TooMany)] : Array.Empty<SharingError>(),
    ];

    /// <summary>What is wrong with the person, at its field.</summary>
    public IEnumerable<SharingError> PersonErrors()
    {
        if (Name.Length is 0 or > 100)
        {
            yield return new SharingError(NameField, Name.Length == 0 ? SharingTexts.NoName : SharingTexts.LongName);
        }

        if (!IsAddress(Email))
        {
            yield return new SharingError(EmailField, Email.Length == 0 ? SharingTexts.NoEmail : SharingTexts.NotAnEmail);
        }

        if (Message is { Length: > 500 })
        {
            yield return new SharingError(MessageField, SharingTexts.LongMessage);
        }
        else if (PersonalData.Question(Message) is not null)
        {
            yield return new SharingError(MessageField, SharingTexts.AboutSomebody);
        }
    }

    // As it looks on one line: nothing that cannot be seen gets into a mail's head.
    private static string Line(PartEntry entry, string field) => string.Join(
        ' ', string.Concat((entry.Written.GetValueOrDefault(field) ?? "").Where(c => !char.IsControl(c) || char.IsWhiteSpace(c))).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>Something that is wrong with what was written.</summary>
/// <param name="Field">The form field.</param>
/// <param name="Message">What to do.</param>
public sealed record SharingError(string Field, string Message);

/// <summary>What asking somebody came to.</summary>
public abstract record SharingOutcome
{
    private SharingOutcome()
    {
    }

    /// <summary>It is done.</summary>
    /// <param name="Person">The id of whom it concerns.</param>
    public sealed record Done(string Person) : SharingOutcome;

    /// <summary>Something has to be put right.</summary>
    public sealed record Refused(FormView Form, PersonAsked Asked, ImmutableArray<SharingError> Errors) : SharingOutcome;

    /// <summary>There is no such report for this reader, or it is sent.</summary>
    public sealed record Unknown : SharingOutcome;

    /// <summary>It did not get through because others were saving.</summary>
    public sealed record Busy : SharingOutcome;
}
