using System.Text.Encodings.Web;
using System.Text.Unicode;
using Finsam.App.Drafts;
using Finsam.App.Drafts.Compared;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Drafts.WordTemplates;
using Finsam.App.Exports;
using Finsam.App.FollowUp;
using Finsam.App.Forms;
using Finsam.App.Forms.Pdfs;
using Finsam.App.Forms.Sharing;
using Finsam.App.Forms.Workbooks;
using Finsam.App.Lists;
using Finsam.App.Operations;
using Finsam.App.Overview;
using Finsam.App.Pages;
using Finsam.App.People;
using Finsam.App.Public;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Calendars;
using Finsam.App.Reminders.Deliveries;
using Finsam.App.Reminders.Wording;
using Finsam.App.Reports;
using Finsam.App.Review;
using Finsam.App.Setup;
using Finsam.App.Watch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Finsam.App;

/// <summary>The use cases, registered. The ports are met in Finsam.Adapters.</summary>
public static class AppServices
{
    /// <summary>Adds the use cases and pages. Wrong settings stop the start, with the setting's name.</summary>
    public static IServiceCollection AddFinsamApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<Settings>()
            .Bind(configuration.GetSection("Finsam"))
            .Validate(s => s.PublicUrl.IsAbsoluteUri && s.PublicUrl.Scheme is "http" or "https", "Finsam:PublicUrl must be an absolute http or https address.")
            .Validate(s => s.IsHttpsOrLocal, "Finsam:PublicUrl must be https outside this machine.")
            .Validate(s => s.AccessibilityAssessed <= s.AccessibilityUpdated, "Finsam:AccessibilityUpdated must not be before Finsam:AccessibilityAssessed.")
            .ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        // Å, ä and ö need no escaping in UTF-8.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddSingleton<Render>();
        services.AddSingleton<PageRunner>();
        services.AddSingleton<SaveRecord>();
        services.AddSingleton<OpenPeriod>();
        services.AddSingleton<LoadStatus>();
        services.AddSingleton<LoadAssociation>();
        services.AddSingleton<MailPace>();
        services.AddSingleton<PlanMail>();
        services.AddSingleton<TakeUpMail>();
        services.AddSingleton<PlanQuestions>();
        services.AddSingleton<PlanReminders>();
        services.AddSingleton<FollowUpReport>();
        services.AddSingleton<FollowUpPages>();
        services.AddSingleton<MintLink>();
        services.AddSingleton<MailWordings>();
        services.AddSingleton<ChangeWording>();
        services.AddSingleton<PreviewMail>();
        services.AddSingleton<SendTestMail>();
        services.AddSingleton<WordingPages>();
        services.AddSingleton<AttachLastDay>();
        services.AddSingleton<IMailWriter, WriteQuestions>();
        services.AddSingleton<IMailWriter, WriteReminder>();
        services.AddSingleton<IMailWriter, WriteReceipt>();
        services.AddSingleton<IMailWriter, WriteDigest>();
        services.AddSingleton<PlanDigest>();
        services.AddSingleton<SendMail>();
        services.AddSingleton<RecordDelivery>();
        services.AddSingleton<DeliveryPages>();
        services.AddSingleton<ReadBounces>();
        services.AddSingleton<RequestDraft>();
        services.AddSingleton<LoadMaterial>();
        services.AddSingleton<CompileDraft>();
        services.AddSingleton<SaveInSharePoint>();
        services.AddSingleton<CompareVersions>();
        services.AddSingleton<ChosenTemplate>();
        services.AddSingleton<ChooseTemplate>();
        services.AddSingleton<WordTemplatePages>();
        services.AddSingleton<DraftFiles>();
        services.AddSingleton<FindLink>();
        services.AddSingleton<Tick>();
        services.AddSingleton<ExportTables>();
        services.AddSingleton<RestoreTables>();
        services.AddSingleton<FindFaults>();
        services.AddSingleton<LoadEarlier>();
        services.AddSingleton<LoadForm>();
        services.AddSingleton<SavePart>();
        services.AddSingleton<SubmitReport>();
        services.AddSingleton<FormPages>();
        services.AddSingleton<WriteFormPdf>();
        services.AddSingleton<PdfPages>();
        services.AddSingleton<PassOn>();
        services.AddSingleton<ProposeContact>();
        services.AddSingleton<SharingPages>();
        services.AddSingleton<SettleContact>();
        services.AddSingleton<ReviewPages>();
        services.AddSingleton<SaveWorkbook>();
        services.AddSingleton<WorkbookPages>();
        services.AddSingleton<OverviewPages>();
        services.AddSingleton<RecordPages>();
        services.AddSingleton<ListPages>();
        services.AddSingleton<SetupPages>();
        services.AddSingleton<PublicPages>();
        services.AddSingleton<ChangePeople>();
        services.AddSingleton<PeoplePages>();
        services.AddSingleton<CheckHealth>();
        services.AddSingleton<OperationsPages>();
        return services;
    }
}
