namespace Finsam.Adapters.Pdf;

/// <summary>How a PDF is made of a draft. Read from configuration section "Finsam:Pdf".</summary>
public sealed class PdfSettings
{
    /// <summary>What <see cref="LibreOffice"/> says when no PDF shall be made.</summary>
    public const string None = "none";

    /// <summary>The program soffice, with its folder. Empty: it is looked for where it usually is. "none": no PDF is offered.</summary>
    public string LibreOffice { get; set; } = "";

    /// <summary>How long a conversion may take before it is stopped.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(2);
}
