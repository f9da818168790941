using Finsam.Adapters.Mail;
using Finsam.Adapters.Queues;
using Finsam.Adapters.Tables;
using Finsam.App.Access;
using Finsam.App.Drafts;
using Finsam.App.Records;
using Finsam.App.Reminders;
using Finsam.App.Reports;
using Finsam.App.Storage;
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
        services.AddSingleton<IWorkQueue, StorageWorkQueue>();
        services.AddHostedService<PrepareStorage>();
        services.TryAddSingleton<ISignIn, AppServiceSignIn>();

        services.AddOptions<MailSettings>()
            .Bind(configuration.GetSection("Finsam:Mail"))
            .Validate(s => s.Sender is "folder" or "smtp", "Finsam:Mail:Sender must be folder or smtp.")
            .Validate(s => s.Sender != "smtp" || s.Smtp.Host.Length > 0, "Finsam:Mail:Smtp:Host must be set.")
            .ValidateOnStart();
        services.AddSingleton<IMailSender>(provider => provider.GetRequiredService<IOptions<MailSettings>>().Value.Sender switch
        {
            "smtp" => ActivatorUtilities.CreateInstance<SmtpSender>(provider),
            _ => ActivatorUtilities.CreateInstance<FolderSender>(provider),
        });
        return services;
    }
}
