using System.Collections.Immutable;
using Finsam.Adapters.Pdf;
using Finsam.Adapters.SharePoint;
using Finsam.Adapters.Tests.Mail.Graph;
using Finsam.App.Drafts;
using Finsam.Domain.Associations;
using Finsam.Testing.Graph;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Finsam.Adapters.Tests.Pdf;

/// <summary>Where a PDF is made: SharePoint where the association has it, else LibreOffice, else nowhere and the reason is said.</summary>
public sealed class ChosenPdfConversionTests : IAsyncLifetime
{
    private const string Site = "https://gavleborg.sharepoint.com/sites/kansliet";

    private static readonly byte[] Word = [1, 2, 3];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("finsam-soffice-");
    private GraphServer _graph = null!;
    private GraphSite _site = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _graph = await GraphServer.StartAsync(Cancellation);
        _site = _graph.Sites.Add(Site);
    }

    public async ValueTask DisposeAsync()
    {
        await _graph.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_association_with_a_site_has_its_pdf_made_there()
    {
        using var office = Office(PdfSettings.None);
        using var sharePoint = SharePoint();
        var chosen = Chosen(sharePoint, office);
        Assert.Null(chosen.Unavailable(With(Site)));
        Assert.Equal(new GraphItem(Word).Pdf, await chosen.ConvertAsync(With(Site), Word, Cancellation));
    }

    [Fact]
    public async Task An_association_without_one_has_it_made_by_LibreOffice_and_nobody_asks_Graph()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        using var office = Office(Program());
        using var sharePoint = SharePoint();
        var chosen = Chosen(sharePoint, office);
        Assert.Null(chosen.Unavailable(With(site: null)));
        Assert.Equal(Word, await chosen.ConvertAsync(With(site: null), Word, Cancellation));
        Assert.Empty(_graph.Sites.Requests);
    }

    [Fact]
    public void An_association_with_neither_is_told_why()
    {
        using var office = Office(PdfSettings.None);
        using var sharePoint = SharePoint();
        Assert.StartsWith("PDF finns inte att hämta här", Chosen(sharePoint, office).Unavailable(With(site: null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_SharePoint_fails_LibreOffice_helps()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in is a shell script.");
        _site.IsGranted = false;
        using var office = Office(Program());
        using var sharePoint = SharePoint();
        Assert.Equal(Word, await Chosen(sharePoint, office).ConvertAsync(With(Site), Word, Cancellation));
    }

    [Fact]
    public async Task Where_both_fail_the_chef_is_told_what_to_do_about_SharePoint()
    {
        _site.IsGranted = false;
        using var office = Office(PdfSettings.None);
        using var sharePoint = SharePoint();
        var failed = await Assert.ThrowsAsync<PdfFailedException>(() => Chosen(sharePoint, office).ConvertAsync(With(Site), Word, Cancellation));
        Assert.Contains("ge-ratt-till-webbplats.ps1", failed.Message, StringComparison.Ordinal);
    }

    private static Association With(string? site) => new()
    {
        Id = "gavleborg",
        Name = "Samordningsförbund Gävleborg",
        Office = new Office("Förbundschef", "chef@example.org"),
        Members = ImmutableArray<Member>.Empty,
        Settings = new AssociationSettings { SharePoint = site is null ? null : new SharePointPlace { Site = new Uri(site) } },
    };

    private static ChosenPdfConversion Chosen(GraphSharePoint sharePoint, LibreOfficeConversion office) => new(sharePoint, office, NullLogger<ChosenPdfConversion>.Instance);

    private static LibreOfficeConversion Office(string program) => new(Options.Create(new PdfSettings { LibreOffice = program }), NullLogger<LibreOfficeConversion>.Instance);

    private GraphSharePoint SharePoint() =>
        new(Options.Create(new SharePointSettings { BaseUrl = _graph.BaseUrl }), new OneToken(), TimeProvider.System, NullLogger<GraphSharePoint>.Instance);

    private string Program()
    {
        var path = Path.Combine(_folder.FullName, "soffice");
        File.WriteAllText(path, "#!/bin/sh\nshift 6\ncp \"$4\" \"$3/utkast.pdf\"\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return path;
    }
}
