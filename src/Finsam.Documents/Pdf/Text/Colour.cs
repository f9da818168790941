namespace Finsam.Documents.Pdf.Text;

/// <summary>The colours. Every text colour has a contrast of at least 7:1 against paper and tint (WCAG 1.4.6), since many print in grey.</summary>
internal enum Colour
{
    Ink = 0x1F2328,
    Quiet = 0x454D55,
    Heading = 0x1F4E79,
    Line = 0xC3CAD1,
    Frame = 0x7D8790,
    Tint = 0xEEF3F7,
}
