namespace Finsam.Documents.Excel;

/// <summary>The whole file is given up. It does not leave the reader, which makes a finding of it.</summary>
/// <param name="message">The Swedish sentence for whoever sent the file.</param>
internal sealed class UnreadableFileException(string message) : Exception(message);
