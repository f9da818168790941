namespace Finsam.App.Forms.Pdfs;

/// <summary>The documents of a report, by the last part of their addresses.</summary>
public static class PdfDocuments
{
    /// <summary>What was sent.</summary>
    public const string Answers = "svar.pdf";

    /// <summary>What is asked, to read beforehand.</summary>
    public const string Questions = "fragor.pdf";

    /// <summary>The form, to fill in by hand.</summary>
    public const string Blank = "blankett.pdf";

    /// <summary>What they all are.</summary>
    public const string MediaType = "application/pdf";
}
