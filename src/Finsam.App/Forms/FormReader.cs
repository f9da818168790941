using Finsam.Domain.Initiatives;
using Finsam.Domain.Reports;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Who reads the form, by the link they came with: the owner's contacts see all of it and send it; an ekonom, a party or somebody a part was
/// passed on to sees only that part.</summary>
/// <param name="Id">The id that the history says did it.</param>
/// <param name="Name">The name or function.</param>
public sealed record FormReader(string Id, string Name)
{
    private Contact? Contact { get; init; }

    private PassedOn? Helper { get; init; }

    /// <summary>The association's own people, who see the whole and answer nothing.</summary>
    public static FormReader Office { get; } = new("", "");

    /// <summary>True for those who answer for the whole report and send it.</summary>
    public bool IsOwner => Contact is { Party: null, Sections.IsEmpty: true };

    /// <summary>The reader behind a link; null when the contact is gone or the part has been taken back.</summary>
    public static FormReader? Find(Initiative initiative, Report report, string id) =>
        initiative.Contacts.FirstOrDefault(c => c.Id == id) is { } contact ? new FormReader(id, contact.Name) { Contact = contact }
            : report.PassedOn.FirstOrDefault(p => p.Id == id && !p.IsTakenBack) is { } helper ? new FormReader(id, helper.Name) { Helper = helper }
            : null;

    /// <summary>True for those who see every part: the owner's contacts, and the association's own people.</summary>
    public bool SeesAll => IsOwner || (Contact, Helper) is (null, null);

    /// <summary>True when the reader answers the part.</summary>
    public bool Answers(FormPart part) => Contact?.Answers(part) ?? Helper?.Parts.Contains(part.Id, StringComparer.Ordinal) ?? true;
}
