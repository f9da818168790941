using DocumentFormat.OpenXml.Wordprocessing;

namespace Finsam.Documents.Word;

/// <summary>The sections of a document: those of standing and of lying pages. Each names its header and footer, since it would otherwise have those of
/// the section before.</summary>
/// <param name="standing">The standing page.</param>
/// <param name="template">The section of the association's own template, whose headers and footers are then used.</param>
internal sealed class Sections(PageFrame standing, SectionProperties? template = null)
{
    public const string Header = "rIdHeader";
    public const string WideHeader = "rIdWideHeader";
    public const string Footer = "rIdFooter";
    public const string FrontHeader = "rIdFrontHeader";
    public const string FrontFooter = "rIdFrontFooter";

    private readonly PageFrame _lying = standing.Turned();
    private bool _hasFrontPage;

    /// <summary>True when some section has lying pages.</summary>
    public bool HasLandscape { get; private set; }

    /// <summary>True when the template has no footer, and the pages would have no numbers.</summary>
    public bool HasOurFooter { get; private set; }

    /// <summary>The page that a part stands on.</summary>
    public PageFrame Frame(bool landscape) => landscape ? _lying : standing;

    /// <summary>What ends a section. The first has the front page.</summary>
    public SectionProperties End(bool landscape)
    {
        HasLandscape |= landscape;
        var frame = Frame(landscape);
        if (template is not null)
        {
            return OfTemplate(template, frame);
        }

        var section = new SectionProperties(
            new HeaderReference { Type = HeaderFooterValues.Default, Id = landscape ? WideHeader : Header },
            new FooterReference { Type = HeaderFooterValues.Default, Id = Footer });
        var isFirst = !_hasFrontPage;
        _hasFrontPage = true;
        if (isFirst)
        {
            section.InsertAt(new HeaderReference { Type = HeaderFooterValues.First, Id = FrontHeader }, 1);
            section.AppendChild(new FooterReference { Type = HeaderFooterValues.First, Id = FrontFooter });
        }

        section.AppendChild(Size(frame));
        section.AppendChild(Margins(frame));
        if (isFirst)
        {
            section.AppendChild(new TitlePage());
        }

        return section;
    }

    private SectionProperties OfTemplate(SectionProperties template, PageFrame frame)
    {
        var section = (SectionProperties)template.CloneNode(deep: true);
        section.RemoveAllChildren<PageSize>();
        section.RemoveAllChildren<PageMargin>();
        section.RemoveAllChildren<SectionType>();
        section.RemoveAllChildren<PrinterSettingsReference>();
        section.RemoveAllChildren<SectionPropertiesChange>();
        if (_hasFrontPage)
        {
            section.RemoveAllChildren<TitlePage>();
        }

        _hasFrontPage = true;
        if (!section.Elements<FooterReference>().Any(footer => footer.Type is null || footer.Type == HeaderFooterValues.Default))
        {
            HasOurFooter = true;
            section.InsertAt(new FooterReference { Type = HeaderFooterValues.Default, Id = Footer }, 0);
        }

        section.AddChild(Size(frame), throwOnError: false);
        section.AddChild(Margins(frame), throwOnError: false);
        return section;
    }

    private static PageSize Size(PageFrame frame)
    {
        var size = new PageSize { Width = (uint)frame.Width, Height = (uint)frame.Height };
        if (frame.IsLandscape)
        {
            size.Orient = PageOrientationValues.Landscape;
        }

        return size;
    }

    private static PageMargin Margins(PageFrame frame) => new()
    {
        Top = frame.Top,
        Right = (uint)frame.Right,
        Bottom = frame.Bottom,
        Left = (uint)frame.Left,
        Header = (uint)frame.HeaderDistance,
        Footer = (uint)frame.FooterDistance,
        Gutter = 0,
    };
}
