using System.Diagnostics;
using Finsam.App.Drafts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Pdf;

/// <summary>Makes PDFs with LibreOffice, one at a time: each run has a profile and a folder of its own, which are gone afterwards, and one that takes too
/// long is killed with all it has started.</summary>
public sealed partial class LibreOfficeConversion(IOptions<PdfSettings> settings, ILogger<LibreOfficeConversion> log) : IPdfConversion, IDisposable
{
    private readonly string? _program = LibreOfficeProgram.Find(settings.Value);
    private readonly SemaphoreSlim _one = new(1);

    /// <inheritdoc/>
    public string? Unavailable => _program is null ? PdfTexts.NoLibreOffice : null;

    /// <inheritdoc/>
    public async Task<byte[]?> ConvertAsync(byte[] word, CancellationToken cancellation)
    {
        if (_program is null)
        {
            return null;
        }

        await _one.WaitAsync(cancellation);
        var folder = Directory.CreateTempSubdirectory("finsam-pdf-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "utkast.docx"), word, cancellation);
            await RunAsync(_program, folder.FullName, cancellation);
            var made = Path.Combine(folder.FullName, "utkast.pdf");
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, cancellation) : null;
        }
        finally
        {
            _one.Release();
            Remove(folder);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task RunAsync(string program, string folder, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(
            program,
            [
                "-env:UserInstallation=" + new Uri(Path.Combine(folder, "profil")).AbsoluteUri, "--headless", "--norestore", "--nolockcheck", "--nodefault",
                "--convert-to", "pdf:writer_pdf_Export:{\"UseTaggedPDF\":{\"type\":\"boolean\",\"value\":\"true\"}}", "--outdir", folder, Path.Combine(folder, "utkast.docx"),
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(settings.Value.Timeout);
        using var process = Process.Start(start)!;
        try
        {
            // What it says is read and thrown away: a full pipe would stop it.
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token), process.WaitForExitAsync(late.Token));
            if (process.ExitCode != 0)
            {
                LogFailed(process.ExitCode);
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            cancellation.ThrowIfCancellationRequested();
            LogLate(settings.Value.Timeout);
        }
    }

    // A file that is still held is left to the machine's own cleaning.
    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "LibreOffice stopped with {Code}")]
    private partial void LogFailed(int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "LibreOffice was stopped after {Timeout}")]
    private partial void LogLate(TimeSpan timeout);
}
