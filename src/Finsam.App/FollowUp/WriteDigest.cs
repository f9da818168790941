using System.Globalization;
using Finsam.App.Drafts;
using Finsam.App.Overview;
using Finsam.App.Reminders;
using Finsam.Domain.Formats;
using Microsoft.Extensions.Options;

namespace Finsam.App.FollowUp;

/// <summary>Writes to the chef where a period stands: what is in, what is late, which mails to look at; or that all is in and the draft is there.</summary>
public sealed class WriteDigest(LoadStatus status, IOptions<Settings> settings, TimeProvider clock) : IMailWriter
{
    /// <inheritdoc/>
    public bool Writes(MailKey key) => key.Kind == MailSteps.Digest;

    /// <inheritdoc/>
    public async Task<MailMessage?> WriteAsync(MailKey key, CancellationToken cancellation)
    {
        if (await status.HandleAsync(key.Report.PeriodKey, cancellation) is not { Reports.IsEmpty: false } found)
        {
            return null;
        }

        var isAllIn = found.Sent == found.Reports.Length;
        if (PlanDigest.IsAllIn(key) != isAllIn)
        {
            return null;
        }

        var (association, period) = (found.Association, found.Period);
        var page = settings.Value.AddressOf(OverviewRoutes.Address(key.Report.PeriodKey));
        var body = new MailBody();
        string subject;
        if (isAllIn)
        {
            subject = Say(FollowUpTexts.SubjectAllIn, period.Name);
            body.Paragraph(Say(FollowUpTexts.AllInLead, period.Name, found.Reports.Length));
            if (found.Drafts.FirstOrDefault(d => d.State == DraftState.Ready) is { File: { } file } draft)
            {
                body.Link(FollowUpTexts.DraftLink, settings.Value.AddressOf(OverviewRoutes.Address(draft, file)));
            }
        }
        else
        {
            var late = found.Reports.Where(r => found.IsLate(r.Report)).ToArray();
            subject = Say(late.Length > 0 ? FollowUpTexts.SubjectLate : FollowUpTexts.SubjectDigest, period.Name, found.Sent, found.Reports.Length, late.Length);
            body.Paragraph(Say(FollowUpTexts.DigestLead, found.Sent, found.Reports.Length, period.Name, SwedishFormat.WeekdayDate(period.LastDay)));
            List(body, late.Length == 1 ? FollowUpTexts.LateOne : FollowUpTexts.LateMany, late.Select(r => Say(FollowUpTexts.LateItem, r.Initiative.Name, SwedishFormat.LongDate(r.Report.Due))));
            List(body, FollowUpTexts.NotIn, found.Reports.Where(r => !r.Report.IsSent && !found.IsLate(r.Report)).Select(r => r.Initiative.Name));
        }

        List(body, FollowUpTexts.Proposals, found.Reports.Where(r => !r.Report.Proposals.IsEmpty).Select(r => r.Initiative.Name));
        List(body, FollowUpTexts.Troubled, found.Troubled.Select(t =>
            Say(FollowUpTexts.TroubledItem, t.Report.Initiative.Name, MailWords.To(t.Mail, t.Report.Initiative, t.Report.Report), MailWords.State(t.Mail), MailWords.WhatToDo(t.Mail))));
        body.Link(FollowUpTexts.PageLink, page);
        return new MailMessage
        {
            Key = key,
            ToName = association.Office.Title,
            ToAddress = association.Office.Email,
            FromName = association.Name,
            ReplyTo = association.Office.Email,
            Subject = subject,
            Text = body.Text,
            Html = body.Html(association.Name, subject),
            Date = clock.GetUtcNow(),
        };
    }

    private static void List(MailBody body, string lead, IEnumerable<string> items)
    {
        if (items.ToArray() is { Length: > 0 } all)
        {
            body.List(lead, all);
        }
    }

    private static string Say(string text, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, text, arguments);
}
