namespace Finsam.App.Forms.Pdfs;

/// <summary>A document, written.</summary>
/// <param name="Name">The file's name: "Svar – Trisam – helåret 2023.pdf".</param>
/// <param name="Content">Its bytes.</param>
public sealed record FormPdf(string Name, byte[] Content);
