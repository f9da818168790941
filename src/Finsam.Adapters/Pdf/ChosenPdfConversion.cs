using Finsam.App.Drafts;
using Finsam.App.Drafts.SharePoint;
using Finsam.Domain.Associations;
using Microsoft.Extensions.Logging;

namespace Finsam.Adapters.Pdf;

/// <summary>Where a PDF is made: in the association's SharePoint, where Word itself makes it; else, and when that fails, by LibreOffice where there is one.</summary>
public sealed partial class ChosenPdfConversion(ISharePoint sharePoint, LibreOfficeConversion office, ILogger<ChosenPdfConversion> log) : IPdfConversion
{
    /// <inheritdoc/>
    public string? Unavailable(Association association) => association.Settings.SharePoint is null ? office.Unavailable : null;

    /// <inheritdoc/>
    public async Task<byte[]> ConvertAsync(Association association, byte[] word, CancellationToken cancellation)
    {
        if (association.Settings.SharePoint is { } place)
        {
            try
            {
                return await sharePoint.ConvertAsync(place, word, cancellation);
            }
            catch (SharePointException e) when (office.Unavailable is null)
            {
                LogByOffice(e, association.Id);
            }
            catch (SharePointException e)
            {
                LogFailed(e, association.Id);
                throw new PdfFailedException(e.IsPassing ? $"{e.Message} {PdfTexts.TryLater}" : e.Message, e);
            }
        }

        return await office.ConvertAsync(word, cancellation) ?? throw new PdfFailedException(PdfTexts.NotMade);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A PDF of {Association} was not made in SharePoint, so LibreOffice makes it")]
    private partial void LogByOffice(Exception e, string association);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A PDF of {Association} was not made in SharePoint")]
    private partial void LogFailed(Exception e, string association);
}
