using System.Runtime.CompilerServices;
using Finsam.App.Reminders;
using Microsoft.Extensions.DependencyInjection;

namespace Finsam.Adapters.Mail.Graph;

/// <summary>Makes what stands on the Graph SDK. It is 48 MB: it is loaded where it is used, and these methods are where it begins.</summary>
internal static class GraphMail
{
    /// <summary>The sender.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IMailSender Sender(IServiceProvider provider) => ActivatorUtilities.CreateInstance<GraphSender>(provider);

    /// <summary>The reports.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static IDeliveryReports Reports(IServiceProvider provider) => ActivatorUtilities.CreateInstance<GraphReports>(provider);
}
