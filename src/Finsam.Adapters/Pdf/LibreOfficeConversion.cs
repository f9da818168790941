using System.ComponentModel;
using System.Diagnostics;
using Finsam.App.Drafts;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Pdf;

/// <summary>Makes PDFs with LibreOffice, one at a time: each run has a profile and a folder of its own, which are gone afterwards, and one that takes too
/// long is killed with all it has started.</summary>
public sealed partial class LibreOfficeConversion(IOptions<PdfSettings> settings, ILogger<LibreOfficeConversion> log) : IDisposable
{
    private readonly (string? Program, string? Lack) _found = LibreOfficeProgram.Find(settings.Value);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Why it makes no PDF, in Swedish; null when it does.</summary>
    public string? Unavailable => _found.Lack;

    /// <summary>The PDF; null when it could not be made, or not in time.</summary>
    /// <exception cref="PdfFailedException">Others are before it.</exception>
    public async Task<byte[]?> ConvertAsync(byte[] word, CancellationToken cancellation)
    {
        if (_found.Program is not { } program)
        {
            return null;
        }

        if (!await _one.WaitAsync(settings.Value.Wait, cancellation))
        {
            throw new PdfFailedException(PdfTexts.Busy);
        }

        try
        {
            return await InFolderAsync(program, word, cancellation);
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private async Task<byte[]?> InFolderAsync(string program, byte[] word, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("finsam-pdf-");
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder.FullName, "utkast.docx"), word, cancellation);
            await RunAsync(program, folder.FullName, cancellation);
            var made = Path.Combine(folder.FullName, "utkast.pdf");
            return File.Exists(made) ? await File.ReadAllBytesAsync(made, cancellation) : null;
        }
        finally
        {
            Remove(folder);
        }
    }

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
        LibreOfficeSurroundings.Limit(start.Environment);
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        late.CancelAfter(settings.Value.Timeout);
        using var process = Start(start);
        if (process is null)
        {
            return;
        }

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

    private Process? Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception e)
        {
            LogNotStarted(e, start.FileName); // There, and no program that may be run.
            return null;
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

    [LoggerMessage(Level = LogLevel.Error, Message = "{Program} cannot be started")]
    private partial void LogNotStarted(Exception e, string program);

    [LoggerMessage(Level = LogLevel.Warning, Message = "LibreOffice stopped with {Code}")]
    private partial void LogFailed(int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "LibreOffice was stopped after {Timeout}")]
    private partial void LogLate(TimeSpan timeout);
}
