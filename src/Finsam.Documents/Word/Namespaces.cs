namespace Finsam.Documents.Word;

/// <summary>The XML vocabularies of a document.</summary>
internal static class Namespaces
{
    public const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    public const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    public const string DublinCore = "http://purl.org/dc/elements/1.1/";
    public const string CustomXml = "http://schemas.openxmlformats.org/officeDocument/2006/customXml";
}
