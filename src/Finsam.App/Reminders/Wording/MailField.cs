namespace Finsam.App.Reminders.Wording;

/// <summary>What a merge field becomes.</summary>
public enum MailFieldKind
{
    /// <summary>Words in a sentence.</summary>
    Text,

    /// <summary>A list, which stands alone on its line.</summary>
    List,

    /// <summary>An address that a link leads to.</summary>
    Link,
}

/// <summary>A merge field: stands as {name} in a mail's words.</summary>
/// <param name="Name">The name, as it is written between the braces.</param>
/// <param name="Meaning">What it becomes.</param>
/// <param name="Example">An example of it; a list's items are divided by semicolons.</param>
/// <param name="Kind">What it becomes.</param>
public sealed record MailField(string Name, string Meaning, string Example, MailFieldKind Kind = MailFieldKind.Text)
{
    /// <summary>The name that is greeted.</summary>
    public static MailField Recipient { get; } = new("mottagare", WordingTexts.Recipient, WordingTexts.RecipientExample);

    /// <summary>The initiative.</summary>
    public static MailField Initiative { get; } = new("insats", WordingTexts.Initiative, WordingTexts.InitiativeExample);

    /// <summary>The period.</summary>
    public static MailField Period { get; } = new("period", WordingTexts.Period, WordingTexts.PeriodExample);

    /// <summary>The period's year.</summary>
    public static MailField Year { get; } = new("år", WordingTexts.Year, WordingTexts.YearExample);

    /// <summary>The last day with its weekday.</summary>
    public static MailField LastDay { get; } = new("sista-dag", WordingTexts.LastDay, WordingTexts.LastDayExample);

    /// <summary>The last day without its weekday.</summary>
    public static MailField LastDate { get; } = new("sista-datum", WordingTexts.LastDate, WordingTexts.LastDateExample);

    /// <summary>The association.</summary>
    public static MailField Association { get; } = new("förbund", WordingTexts.Association, WordingTexts.AssociationExample);

    /// <summary>The function that signs.</summary>
    public static MailField Sender { get; } = new("avsändare", WordingTexts.Sender, WordingTexts.SenderExample);

    /// <summary>Where answers go.</summary>
    public static MailField Email { get; } = new("e-post", WordingTexts.Email, WordingTexts.EmailExample);

    /// <summary>A number to call.</summary>
    public static MailField Phone { get; } = new("telefon", WordingTexts.Phone, WordingTexts.PhoneExample) { MayBeMissing = true };

    /// <summary>The form's address.</summary>
    public static MailField Link { get; } = new("länk", WordingTexts.Link, WordingTexts.LinkExample, MailFieldKind.Link);

    /// <summary>The address where another recipient is named.</summary>
    public static MailField WrongRecipient { get; } = new("fel-mottagare", WordingTexts.WrongRecipient, WordingTexts.WrongRecipientExample, MailFieldKind.Link);

    /// <summary>The last day that the link opens.</summary>
    public static MailField LinkCloses { get; } = new("giltig-till", WordingTexts.LinkCloses, WordingTexts.LinkClosesExample);

    /// <summary>The parts of one who answers only some.</summary>
    public static MailField Parts { get; } = new("delar", WordingTexts.Parts, WordingTexts.PartsExample, MailFieldKind.List) { MayBeMissing = true };

    /// <summary>How far the report has come.</summary>
    public static MailField Left { get; } = new("kvar", WordingTexts.Left, WordingTexts.LeftExample) { MayBeMissing = true };

    /// <summary>The parts that are left.</summary>
    public static MailField PartsLeft { get; } = new("delar-kvar", WordingTexts.PartsLeft, WordingTexts.PartsLeftExample, MailFieldKind.List) { MayBeMissing = true };

    /// <summary>How long it takes.</summary>
    public static MailField Takes { get; } = new("tid", WordingTexts.Takes, WordingTexts.TakesExample) { MayBeMissing = true };

    /// <summary>What to have at hand.</summary>
    public static MailField AtHand { get; } = new("till-hands", WordingTexts.AtHand, WordingTexts.AtHandExample, MailFieldKind.List) { MayBeMissing = true };

    /// <summary>Those who have the link.</summary>
    public static MailField Asked { get; } = new("tillfrågade", WordingTexts.Asked, WordingTexts.AskedExample, MailFieldKind.List) { MayBeMissing = true };

    /// <summary>Who passed a part on.</summary>
    public static MailField PassedOnBy { get; } = new("från", WordingTexts.PassedOnBy, WordingTexts.PassedOnByExample);

    /// <summary>What the one who passed a part on wrote.</summary>
    public static MailField Message { get; } = new("hälsning", WordingTexts.Message, WordingTexts.MessageExample) { MayBeMissing = true };

    /// <summary>What must be completed.</summary>
    public static MailField ReturnComment { get; } = new("komplettering", WordingTexts.ReturnComment, WordingTexts.ReturnCommentExample) { MayBeMissing = true };

    /// <summary>The report's reference.</summary>
    public static MailField Reference { get; } = new("referens", WordingTexts.Reference, WordingTexts.ReferenceExample);

    /// <summary>The day that the form opens.</summary>
    public static MailField Opens { get; } = new("öppnar", WordingTexts.Opens, WordingTexts.OpensExample);

    /// <summary>The file to count in by month.</summary>
    public static MailField MonthList { get; } = new("pinnlista", WordingTexts.MonthList, WordingTexts.MonthListExample) { MayBeMissing = true };

    /// <summary>The year's reports.</summary>
    public static MailField Reports { get; } = new("rapporter", WordingTexts.Reports, WordingTexts.ReportsExample, MailFieldKind.List) { MayBeMissing = true };

    /// <summary>True when some mails have no value for it: then what it stands in is left out.</summary>
    public bool MayBeMissing { get; private init; }

    /// <summary>The field as it is written.</summary>
    public override string ToString() => "{" + Name + "}";
}
