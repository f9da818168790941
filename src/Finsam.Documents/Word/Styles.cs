using System.Globalization;

namespace Finsam.Documents.Word;

/// <summary>The style sheet. It is written as the XML that Word reads, since that is shorter and easier to compare with Word's own than objects.</summary>
internal static class Styles
{
    /// <summary>Calibri is in Word; where it is lacking (LibreOffice, Linux) Carlito has the same widths, so that the pages break alike.</summary>
    public const string Font = "Calibri";

    public const string FontTable =
        $"""
        <w:fonts xmlns:w="{Namespaces.Word}">
          <w:font w:name="{Font}">
            <w:altName w:val="Carlito"/>
            <w:panose1 w:val="020F0502020204030204"/>
            <w:charset w:val="00"/>
            <w:family w:val="swiss"/>
            <w:pitch w:val="variable"/>
          </w:font>
        </w:fonts>
        """;

    public static string Sheet { get; } =
        $"""
        <w:styles xmlns:w="{Namespaces.Word}">
          <w:docDefaults>
            <w:rPrDefault><w:rPr>
              <w:rFonts w:ascii="{Font}" w:hAnsi="{Font}" w:eastAsia="{Font}" w:cs="{Font}"/>
              <w:color w:val="{Palette.Ink}"/><w:sz w:val="22"/><w:szCs w:val="22"/>
              <w:lang w:val="{DraftIdentity.Language}" w:eastAsia="{DraftIdentity.Language}" w:bidi="{DraftIdentity.Language}"/>
            </w:rPr></w:rPrDefault>
            <w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="271" w:lineRule="auto"/></w:pPr></w:pPrDefault>
          </w:docDefaults>
          {Text}
          {HeadingStyles()}
          {Contents}
          {Lists}
          {TableTexts}
          {TableStyles}
        </w:styles>
        """;

    private static string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          <w:style w:type="paragraph" w:default="1" w:styleId="{StyleIds.Normal}"><w:name w:val="Normal"/><w:qFormat/>
            <w:pPr><w:suppressAutoHyphens/></w:pPr>
          </w:style>
          <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
            <w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/>
          </w:style>
          <w:style w:type="character" w:styleId="{StyleIds.Strong}"><w:name w:val="Strong"/><w:uiPriority w:val="22"/><w:qFormat/>
            <w:rPr><w:b/><w:bCs/></w:rPr>
          </w:style>
          <w:style w:type="character" w:customStyle="1" w:styleId="{StyleIds.Quiet}"><w:name w:val="Dämpad text"/><w:uiPriority w:val="23"/>
            <w:rPr><w:color w:val="{Palette.Quiet}"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="{StyleIds.FootnoteText}"><w:name w:val="footnote text"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
            <w:pPr><w:spacing w:after="40" w:line="240" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
          </w:style>
          <w:style w:type="character" w:styleId="{StyleIds.FootnoteReference}"><w:name w:val="footnote reference"/>
            <w:uiPriority w:val="99"/><w:unhideWhenUsed/>
            <w:rPr><w:vertAlign w:val="superscript"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.SectionEnd}"><w:name w:val="Avsnittsslut"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="99"/><w:semiHidden/>
            <w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr>
            <w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>
          </w:style>
          <w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
            <w:rPr><w:color w:val="{Palette.Accent}"/><w:u w:val="single"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.FrontAssociation}"><w:name w:val="Framsida förbund"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Title}"/><w:uiPriority w:val="9"/>
            <w:pPr><w:keepNext/><w:spacing w:before="3800" w:after="200" w:line="240" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:color w:val="{Palette.Quiet}"/><w:sz w:val="32"/><w:szCs w:val="32"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="{StyleIds.Title}"><w:name w:val="Title"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Subtitle}"/><w:uiPriority w:val="10"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="14" w:color="{Palette.Accent}"/></w:pBdr>
              <w:spacing w:after="320" w:line="228" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:b/><w:bCs/><w:color w:val="{Palette.Accent}"/><w:sz w:val="72"/><w:szCs w:val="72"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="{StyleIds.Subtitle}"><w:name w:val="Subtitle"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:uiPriority w:val="11"/><w:qFormat/>
            <w:rPr><w:color w:val="{Palette.Quiet}"/><w:sz w:val="26"/><w:szCs w:val="26"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.Notice}"><w:name w:val="Notis"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:uiPriority w:val="24"/><w:qFormat/>
            <w:pPr><w:keepLines/>
              <w:pBdr><w:top w:val="single" w:sz="4" w:space="5" w:color="{Palette.NoticeTint}"/>
                <w:left w:val="single" w:sz="24" w:space="9" w:color="{Palette.NoticeLine}"/>
                <w:bottom w:val="single" w:sz="4" w:space="5" w:color="{Palette.NoticeTint}"/>
                <w:right w:val="single" w:sz="4" w:space="9" w:color="{Palette.NoticeTint}"/></w:pBdr>
              <w:shd w:val="clear" w:color="auto" w:fill="{Palette.NoticeTint}"/>
              <w:spacing w:before="180" w:after="240"/><w:ind w:left="240" w:right="200"/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="{StyleIds.Header}"><w:name w:val="header"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
            <w:pPr><w:tabs><w:tab w:val="right" w:pos="{PageLayout.TextWidth}"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:color w:val="{Palette.Quiet}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="{StyleIds.Footer}"><w:name w:val="footer"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="99"/><w:unhideWhenUsed/>
            <w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="right"/></w:pPr>
            <w:rPr><w:color w:val="{Palette.Quiet}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
          </w:style>
        """);

    private static string Contents => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          <w:style w:type="paragraph" w:styleId="{StyleIds.ContentsHeading}"><w:name w:val="TOC Heading"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:uiPriority w:val="39"/><w:unhideWhenUsed/><w:qFormat/>
            <w:pPr><w:keepNext/><w:pageBreakBefore/><w:spacing w:after="240" w:line="240" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:b/><w:bCs/><w:color w:val="{Palette.Accent}"/><w:sz w:val="40"/><w:szCs w:val="40"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>
            <w:pPr><w:tabs><w:tab w:val="left" w:pos="482"/><w:tab w:val="right" w:leader="dot" w:pos="{PageLayout.TextWidth}"/></w:tabs>
              <w:spacing w:before="160" w:after="40" w:line="252" w:lineRule="auto"/><w:ind w:left="482" w:hanging="482"/></w:pPr>
            <w:rPr><w:b/><w:bCs/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="TOC2"><w:name w:val="toc 2"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>
            <w:pPr><w:tabs><w:tab w:val="left" w:pos="1106"/><w:tab w:val="right" w:leader="dot" w:pos="{PageLayout.TextWidth}"/></w:tabs>
              <w:spacing w:after="40" w:line="252" w:lineRule="auto"/><w:ind w:left="1106" w:hanging="624"/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="TOC3"><w:name w:val="toc 3"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:autoRedefine/><w:uiPriority w:val="39"/><w:unhideWhenUsed/>
            <w:pPr><w:tabs><w:tab w:val="left" w:pos="1871"/><w:tab w:val="right" w:leader="dot" w:pos="{PageLayout.TextWidth}"/></w:tabs>
              <w:spacing w:after="40" w:line="252" w:lineRule="auto"/><w:ind w:left="1871" w:hanging="765"/></w:pPr>
            <w:rPr><w:color w:val="{Palette.Quiet}"/></w:rPr>
          </w:style>
        """);

    private static string Lists => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          <w:style w:type="paragraph" w:styleId="{StyleIds.ListBullet}"><w:name w:val="List Bullet"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="25"/><w:unhideWhenUsed/><w:qFormat/>
            <w:pPr><w:numPr><w:numId w:val="{Numbering.BulletsId}"/></w:numPr><w:spacing w:after="60"/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:styleId="{StyleIds.ListNumber}"><w:name w:val="List Number"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="25"/><w:unhideWhenUsed/><w:qFormat/>
            <w:pPr><w:numPr><w:numId w:val="{Numbering.NumbersId}"/></w:numPr><w:spacing w:after="60"/></w:pPr>
          </w:style>
        """);

    private static string TableTexts => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          <w:style w:type="paragraph" w:styleId="{StyleIds.Caption}"><w:name w:val="caption"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:uiPriority w:val="35"/><w:unhideWhenUsed/><w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="300" w:after="100" w:line="240" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:b/><w:bCs/><w:color w:val="{Palette.Accent}"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.TableText}"><w:name w:val="Tabelltext"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="26"/><w:qFormat/>
            <w:pPr><w:suppressAutoHyphens w:val="0"/><w:spacing w:before="40" w:after="40" w:line="247" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.TableFigure}"><w:name w:val="Tabellsiffra"/>
            <w:basedOn w:val="{StyleIds.TableText}"/><w:uiPriority w:val="26"/><w:qFormat/>
            <w:pPr><w:suppressAutoHyphens/><w:jc w:val="right"/></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.TableHead}"><w:name w:val="Tabellhuvud"/>
            <w:basedOn w:val="{StyleIds.TableText}"/><w:uiPriority w:val="26"/><w:qFormat/>
            <w:pPr><w:keepNext/></w:pPr>
            <w:rPr><w:b/><w:bCs/><w:color w:val="{Palette.Accent}"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.TableNumber}"><w:name w:val="Tabellista"/>
            <w:basedOn w:val="{StyleIds.TableText}"/><w:uiPriority w:val="26"/><w:qFormat/>
            <w:pPr><w:numPr><w:numId w:val="{Numbering.CellNumbersId}"/></w:numPr></w:pPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.TableNote}"><w:name w:val="Tabellnot"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:uiPriority w:val="27"/><w:qFormat/>
            <w:pPr><w:keepLines/><w:spacing w:before="80" w:after="80" w:line="240" w:lineRule="auto"/></w:pPr>
            <w:rPr><w:color w:val="{Palette.Quiet}"/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr>
          </w:style>
        """);

    // Total and aside rows are formatted in the row, not here: Word's "last row" would miss a total that has a row below it.
    private const string TableStyles =
        $"""
          <w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
            <w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>
            <w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>
              <w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr>
          </w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="{StyleIds.TableGrid}"><w:name w:val="Förbundstabell"/>
            <w:basedOn w:val="TableNormal"/><w:uiPriority w:val="28"/><w:qFormat/>
            <w:tblPr><w:tblBorders>
              <w:top w:val="single" w:sz="8" w:space="0" w:color="{Palette.Accent}"/>
              <w:bottom w:val="single" w:sz="8" w:space="0" w:color="{Palette.Accent}"/>
              <w:insideH w:val="single" w:sz="4" w:space="0" w:color="{Palette.Line}"/></w:tblBorders>
              <w:tblCellMar><w:top w:w="15" w:type="dxa"/><w:left w:w="85" w:type="dxa"/>
                <w:bottom w:w="15" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
            <w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>
              <w:bottom w:val="single" w:sz="6" w:space="0" w:color="{Palette.Accent}"/></w:tcBorders>
              <w:shd w:val="clear" w:color="auto" w:fill="{Palette.HeadTint}"/><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>
          </w:style>
          <w:style w:type="table" w:customStyle="1" w:styleId="{StyleIds.FormSheet}"><w:name w:val="Förbundsblad"/>
            <w:basedOn w:val="{StyleIds.TableGrid}"/><w:uiPriority w:val="28"/><w:qFormat/>
            <w:tblStylePr w:type="firstCol"><w:rPr><w:b/><w:bCs/><w:color w:val="{Palette.Accent}"/></w:rPr>
              <w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{Palette.LabelTint}"/></w:tcPr></w:tblStylePr>
          </w:style>
        """;

    private static string HeadingStyles() => string.Join(
        '\n',
        Heading(1, size: 40, before: 480, after: 180, Palette.Accent),
        Heading(2, size: 30, before: 380, after: 120, Palette.Accent),
        Heading(3, size: 25, before: 300, after: 80, Palette.Accent),
        Heading(4, size: 22, before: 240, after: 60, Palette.Ink));

    // The unnumbered style takes its outline level from the numbered one, so that the navigation pane and the contents list it too.
    private static string Heading(int level, int size, int before, int after, string colour) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
          <w:style w:type="paragraph" w:styleId="{StyleIds.Heading(level, numbered: true)}"><w:name w:val="heading {level}"/>
            <w:basedOn w:val="{StyleIds.Normal}"/><w:next w:val="{StyleIds.Normal}"/><w:uiPriority w:val="9"/><w:qFormat/>
            <w:pPr><w:keepNext/><w:keepLines/><w:numPr><w:ilvl w:val="{level - 1}"/><w:numId w:val="{Numbering.HeadingsId}"/></w:numPr>
              <w:spacing w:before="{before}" w:after="{after}" w:line="240" w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/></w:pPr>
            <w:rPr><w:b/><w:bCs/><w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>
          </w:style>
          <w:style w:type="paragraph" w:customStyle="1" w:styleId="{StyleIds.Heading(level, numbered: false)}">
            <w:name w:val="Rubrik {level} utan nummer"/><w:basedOn w:val="{StyleIds.Heading(level, numbered: true)}"/>
            <w:next w:val="{StyleIds.Normal}"/><w:uiPriority w:val="9"/><w:qFormat/>
            <w:pPr><w:numPr><w:numId w:val="0"/></w:numPr><w:ind w:left="0" w:firstLine="0"/></w:pPr>
          </w:style>
        """);
}
