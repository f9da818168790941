using System.Collections.Immutable;
using System.Globalization;
using Finsam.App.Forms;
using Finsam.Domain.Associations;
using Finsam.Domain.Formats;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Templates;

namespace Finsam.App.Reminders.Wording;

/// <summary>What the merge fields of one mail become. A field that stands in none of the three has no value, and what it stands in is left out.</summary>
public sealed class MailValues
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<string>> _lists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Uri> _links = new(StringComparer.Ordinal);

    /// <summary>Words; null when they have no value.</summary>
    public string? Text(string field) => _texts.GetValueOrDefault(field);

    /// <summary>A list; empty when it has no value.</summary>
    public ImmutableArray<string> List(string field) => _lists.GetValueOrDefault(field, []);

    /// <summary>An address; null when it has no value.</summary>
    public Uri? Link(string field) => _links.GetValueOrDefault(field);

    /// <summary>True when the field has a value.</summary>
    public bool Has(string field) => _texts.ContainsKey(field) || _lists.ContainsKey(field) || _links.ContainsKey(field);

    /// <summary>Gives a field words; blank words are none.</summary>
    public MailValues With(MailField field, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            _texts[field.Name] = value.Trim();
        }

        return this;
    }

    /// <summary>Gives a field its items; none are no value.</summary>
    public MailValues With(MailField field, IEnumerable<string> items)
    {
        if (items.Where(i => !string.IsNullOrWhiteSpace(i)).ToImmutableArray() is { IsEmpty: false } all)
        {
            _lists[field.Name] = all;
        }

        return this;
    }

    /// <summary>Gives a field its address.</summary>
    public MailValues With(MailField field, Uri address)
    {
        _links[field.Name] = address;
        return this;
    }

    /// <summary>What every mail about a report says.</summary>
    /// <param name="association">The association.</param>
    /// <param name="initiative">The initiative.</param>
    /// <param name="period">The period.</param>
    /// <param name="due">The report's last day.</param>
    /// <param name="recipient">Who is greeted.</param>
    public static MailValues Of(Association association, Initiative initiative, ReportingPeriod period, DateOnly due, string recipient) => new MailValues()
        .With(MailField.Recipient, recipient)
        .With(MailField.Initiative, initiative.Name)
        .With(MailField.Period, period.Name)
        .With(MailField.Year, period.Year.ToString(CultureInfo.InvariantCulture))
        .With(MailField.LastDay, SwedishFormat.WeekdayDate(due))
        .With(MailField.LastDate, SwedishFormat.LongDate(due))
        .With(MailField.Association, association.Name)
        .With(MailField.Sender, association.Office.Title)
        .With(MailField.Email, association.Office.Email)
        .With(MailField.Phone, association.Office.Phone);

    /// <summary>The same, with what a mail that holds the form's link says to its reader.</summary>
    /// <param name="form">The form as its reader sees it.</param>
    /// <param name="recipient">Who is greeted.</param>
    /// <param name="link">The reader's link.</param>
    public static MailValues Of(FormView form, string recipient, Uri link)
    {
        var asked = form.Parts.Where(p => !p.Blocks.IsEmpty).ToArray();
        var values = Of(form.Association, form.Initiative, form.Period, form.Report.Due, recipient)
            .With(MailField.Link, link)
            .With(MailField.WrongRecipient, new Uri(link, $"{link.AbsolutePath}?{FormRoutes.PageQuery}={FormRoutes.RecipientPage}"))
            .With(MailField.LinkCloses, SwedishFormat.LongDate(form.Report.Closes))
            .With(MailField.Opens, SwedishFormat.LongDate(form.Period.Opens))
            .With(MailField.Left, Left(form, asked))
            .With(MailField.PartsLeft, form.DoneParts == 0 ? [] : asked.Where(p => form.ProgressOf(p).Left > 0).Select(p => p.Title));

        // One who answers only a part is told which; how long the whole takes and what it needs would only mislead.
        return form.Reader.SeesAll
            ? values.With(MailField.Takes, form.Template.Takes).With(MailField.AtHand, form.HaveAtHand)
            : values.With(MailField.Parts, asked.Select(p => p.Title));
    }

    /// <summary>Those who have the link to the whole form, by name.</summary>
    public static IEnumerable<string> Asked(Initiative initiative) => initiative.Contacts.Where(c => c.Party is null && c.Sections.IsDefaultOrEmpty).Select(c => c.Name);

    /// <summary>The year's reports that the initiative is asked, each with its last day; none where there is only one.</summary>
    public static IEnumerable<string> Reports(AssociationRecord record, ReportingPeriod period, Initiative initiative) =>
        record.Periods.Periods.Where(p => p.Year == period.Year && FinalReports.Asks(record, p, initiative)).OrderBy(p => p.LastDay).ToArray() is { Length: > 1 } year
            ? year.Select(p => Say(WordingTexts.ReportLine, p.Name, SwedishFormat.LongDate(p.LastDay)))
            : [];

    private static string? Left(FormView form, FormPart[] asked) => (form.DoneParts, form.PartsToFill) switch
    {
        (_, 0) => null,
        (0, var all) => Say(WordingTexts.ProgressNone, all),
        var (done, all) when done < all => Say(WordingTexts.Progress, done, all),
        _ => form.Reader.SeesAll ? WordingTexts.ProgressAll : asked.Length > 0 ? WordingTexts.ProgressMine : null,
    };

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
