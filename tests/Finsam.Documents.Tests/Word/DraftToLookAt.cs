using Finsam.Documents.Word;

namespace Finsam.Documents.Tests.Word;

/// <summary>Writes the samples to the folder FINSAM_LOOK names, for eyes.</summary>
public sealed class DraftToLookAt
{
    [Fact]
    public async Task Samples_are_written_where_somebody_wants_to_look_at_them()
    {
        var folder = Environment.GetEnvironmentVariable("FINSAM_LOOK") ?? Path.Combine(Path.GetTempPath(), "finsam-look-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, "diagram.docx"), WordWriter.Write(ChartSample.Document, SampleDraft.Identity), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(Path.Combine(folder, "mall.docx"), WordWriter.Write(ChartSample.Document, SampleDraft.Identity, TemplateTests.Template()), TestContext.Current.CancellationToken);

        Assert.NotEmpty(Directory.GetFiles(folder));
        if (Environment.GetEnvironmentVariable("FINSAM_LOOK") is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
