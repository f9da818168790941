using Finsam.Cli.Operations;

namespace Finsam.EndToEnd.Tests.Operations;

/// <summary>An owner who opens the link waits for a process that starts; what the page does not need must not be loaded for it.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task The_first_form_page_loads_neither_the_libraries_of_documents_nor_those_of_mail_providers()
    {
        var (app, empty) = await StartCommand.MeasureAsync(1, TestContext.Current.CancellationToken);
        Assert.Empty(Assert.Single(app).Heavy);
        Assert.True(empty[0].Milliseconds > 0);
    }
}
