namespace Finsam.Documents.Word;

/// <summary>The document's settings. There is no updateFields among them: it would make Word ask a question each time the file is opened.</summary>
internal static class Settings
{
    // Word hyphenates only where a style lets it: in the narrow columns of tables. Mode 15 is Word 2013 and later: no "compatibility mode".
    public static string Xml(bool hasFootnotes) =>
        $"""
        <w:settings xmlns:w="{Namespaces.Word}">
          <w:zoom w:percent="100"/>
          <w:defaultTabStop w:val="567"/>
          <w:autoHyphenation/>
          <w:doNotHyphenateCaps/>
          <w:characterSpacingControl w:val="doNotCompress"/>
          {(hasFootnotes ? """<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>""" : "")}
          <w:compat>
            <w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
          </w:compat>
          <w:themeFontLang w:val="{DraftIdentity.Language}"/>
          <w:decimalSymbol w:val=","/>
          <w:listSeparator w:val=";"/>
        </w:settings>
        """;
}
