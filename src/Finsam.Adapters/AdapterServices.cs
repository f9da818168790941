using Azure.Core;
using Finsam.Adapters.Exports;
using Finsam.Adapters.Mail;
using Finsam.Adapters.Mail.Graph;
using Finsam.Adapters.Mail.SendGrid;
using Finsam.Adapters.Pdf;
using Finsam.Adapters.Queues;
using Finsam.Adapters.SharePoint;
using Finsam.Adapters.Tables;
using Finsam.App.Access;
using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.App.Drafts.WordTemplates;
using Finsam.App.Exports;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reminders.Deliveries;
using Finsam.App.Reports;
using Finsam.App.Storage;
using Finsam.App.Watch;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters;

/// <summary>The ports, met.</summary>
public static class AdapterServices
{
    /// <summary>Adds storage, queues, mail and sign-in. A new sender is a class in Mail/ and a line here.</summary>
    public static IServiceCollection AddFinsamAdapters(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<StorageAccount>();
        services.AddSingleton<RowDocuments>();
        services.AddSingleton<IStorageFaults, AzureStorageFaults>();
        services.AddSingleton<IRecordStore, TableRecordStore>();
        services.AddSingleton<IReportStore, TableReportStore>();
        services.AddSingleton<ILinkStore, TableLinkStore>();
        services.AddSingleton<IOutbox, TableOutbox>();
        services.AddSingleton<IMailboxes, TableMailboxes>();
        services.AddSingleton<IDueIndex, TableDueIndex>();
        services.AddSingleton<IDraftStore, TableDraftStore>();
        services.AddSingleton<IWordTemplateStore, TableWordTemplateStore>();
        services.AddSingleton<IWorkQueue, StorageWorkQueue>();
        services.AddSingleton<IPoisonQueues, PoisonQueues>();
        services.AddSingleton<IStoredTables, StoredTables>();
        services.AddSingleton<IExportStore, BlobExportStore>();
        services.TryAddSingleton<IStorageProbe, StorageProbe>();
        services.AddOptions<PdfSettings>()
            .Bind(configuration.GetSection("Finsam:Pdf"))
            .Validate(s => s.Timeout > TimeSpan.Zero, "Finsam:Pdf:Timeout must be longer than nothing.")
            .Validate(s => s.Timeout + s.Wait < TimeSpan.FromSeconds(230), "Finsam:Pdf:Timeout and Finsam:Pdf:Wait must together be less than the 230 seconds that a request may take.")
            .ValidateOnStart();
        services.AddSingleton<LibreOfficeConversion>();
        services.AddSingleton<IPdfConversion, ChosenPdfConversion>();
        services.AddOptions<SharePointSettings>()
            .Bind(configuration.GetSection("Finsam:SharePoint"))
            .Validate(s => s.IsHttpsOrLocal, "Finsam:SharePoint:BaseUrl must be an absolute https address.")
            .Validate(s => s.Timeout > TimeSpan.Zero, "Finsam:SharePoint:Timeout must be more than nothing.")
            .ValidateOnStart();
        services.AddSingleton<ISharePoint, LazySharePoint>();
        services.AddHostedService<PrepareStorage>();
        services.TryAddSingleton<ISignIn, AppServiceSignIn>();
        services.TryAddSingleton<TokenCredential>(_ => AppIdentity.Of(configuration));

        services.AddOptions<MailSettings>()
            .Bind(configuration.GetSection("Finsam:Mail"))
            .Validate(s => s.Sender is "folder" or "smtp" or "sendgrid" or "graph", "Finsam:Mail:Sender must be folder, smtp, sendgrid or graph.")
            .Validate(s => s.Sender != "smtp" || s.Smtp.Host.Length > 0, "Finsam:Mail:Smtp:Host must be set.")
            .Validate(s => s.Sender != "sendgrid" || s.SendGrid.HasApiKey, "Finsam:Mail:SendGrid:ApiKey must be set, without spaces.")
            .Validate(s => s.Sender != "sendgrid" || s.From != MailSettings.NoAddress, "Finsam:Mail:From must be an address that SendGrid lets us send from.")
            .Validate(s => s.SendGrid.IsHostHttpsOrLocal, "Finsam:Mail:SendGrid:Host must be an https address without a path, as https://api.eu.sendgrid.com.")
            .Validate(s => s.SendGrid.Timeout > TimeSpan.Zero, "Finsam:Mail:SendGrid:Timeout must be longer than nothing.")
            .Validate(s => SendGridSignature.AreKeys(s.SendGrid.WebhookKey), "Finsam:Mail:SendGrid:WebhookKey must be the webhook's verification key; several with ; between.")
            .Validate(s => s.Sender != "smtp" || s.Smtp.Host.Length > 0, "Finsam:Mail:Smtp:Host must be set.")
            .Validate(s => s.Sender != "graph" || s.From.Contains('@', StringComparison.Ordinal) && s.From != MailSettings.NoAddress, "Finsam:Mail:From must be the address of a mailbox.")
            .Validate(s => s.Graph.IsHttpsOrLocal, "Finsam:Mail:Graph:BaseUrl must be an absolute https address.")
            .Validate(s => s.Graph.Timeout > TimeSpan.Zero, "Finsam:Mail:Graph:Timeout must be more than nothing.")
            .Validate(s => s.Spacing is null || s.Spacing >= TimeSpan.Zero, "Finsam:Mail:Spacing must not be negative.")
            .ValidateOnStart();
        services.AddSingleton<IMailEvents, SendGridEvents>();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value.Sender switch
        {
            "smtp" => ActivatorUtilities.CreateInstance<SmtpSender>(provider),
            "sendgrid" => ActivatorUtilities.CreateInstance<SendGridSender>(provider),
            "graph" => GraphMail.Sender(provider),
            _ => ActivatorUtilities.CreateInstance<FolderSender>(provider),
        });
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value is { Sender: "graph", Graph.ReadMailbox: true }
            ? GraphMail.Reports(provider)
            : new NoReports());
        return services;
    }
}
