using Finsam.App.Reminders.Wording;
using Finsam.Domain.Records;

namespace Finsam.App.Setup.Checks;

/// <summary>The association's own words in its mails.</summary>
public static partial class CheckRecord
{
    private const string MailsFile = "mails.json";

    private static IEnumerable<PackageFinding> Mails(AssociationRecord record) =>
        Duplicates(MailsFile, "$.mails", record.Mails.Mails.Select(m => m.Id)).Concat(
            from mail in record.Mails.Mails.Index()
            let kind = MailKind.Find(mail.Item.Id)
            where kind is not null
            from fault in CheckWording.Run(kind, new MailWording(mail.Item.Subject, mail.Item.Text))
            select fault.Line is { } line
                ? new PackageFinding(MailsFile, $"$.mails[{mail.Index}].text", Say(SetupTexts.MailLine, line, fault.Message))
                : new PackageFinding(MailsFile, $"$.mails[{mail.Index}].subject", fault.Message));
}
