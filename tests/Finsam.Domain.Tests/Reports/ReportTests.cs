using Finsam.Domain.Reports;
using Finsam.Domain.Rules;

namespace Finsam.Domain.Tests.Reports;

public sealed class ReportTests
{
    private const string Hash = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly DateTimeOffset Now = new(2024, 1, 30, 12, 0, 0, TimeSpan.Zero);
    private static readonly Finding Error = new(Severity.Error, "fel", ["a"]);
    private static readonly Finding Warning = new(Severity.Warning, "varning", ["b"]);

    [Fact]
    public void A_report_without_findings_is_accepted() =>
        Assert.Equal(new Submission.Accepted(Now), Begun.Submit([], [], Now));

    [Theory]
    [InlineData(ReportState.NotStarted)]
    [InlineData(ReportState.Begun)]
    [InlineData(ReportState.Returned)]
    public void A_report_that_is_not_sent_can_be_sent(ReportState state) =>
        Assert.IsType<Submission.Accepted>((Begun with { State = state }).Submit([], [], Now));

    [Theory]
    [InlineData(ReportState.Submitted)]
    [InlineData(ReportState.Approved)]
    [InlineData(ReportState.Locked)]
    public void A_report_that_is_sent_is_not_sent_again_even_after_closing(ReportState state)
    {
        var sent = Begun with { State = state };

        Assert.IsType<Submission.AlreadySent>(sent.Submit([Error], [], Now));
        Assert.IsType<Submission.AlreadySent>(sent.Submit([], [], Now.AddYears(1)));
    }

    [Fact]
    public void An_error_stops_it_whatever_the_sender_confirms()
    {
        var stopped = Assert.IsType<Submission.Stopped>(Begun.Submit([Error, Warning], [], Now));

        Assert.Equal([Error, Warning], stopped.Findings);
    }

    [Fact]
    public void A_warning_stops_it_until_the_sender_confirms()
    {
        var stopped = Assert.IsType<Submission.Stopped>(Begun.Submit([Warning], [Warning], Now));

        Assert.Equal([Warning], stopped.Findings);
        Assert.IsType<Submission.Accepted>(Begun.Submit([Warning], [], Now));
    }

    [Fact]
    public void It_can_be_sent_until_the_closing_day_ends_in_Sweden()
    {
        var closed = new DateTimeOffset(2024, 3, 22, 23, 0, 0, TimeSpan.Zero);

        Assert.IsType<Submission.Accepted>(Begun.Submit([], [], closed.AddTicks(-1)));
        Assert.IsType<Submission.Closed>(Begun.Submit([], [], closed));
        Assert.IsType<Submission.Closed>(Begun.Submit([Error], [], closed));
    }

    [Fact]
    public void Saving_begins_a_report_and_keeps_each_section_once()
    {
        var report = (Begun with { State = ReportState.NotStarted }).WithSaved("mal").WithSaved("ekonomi").WithSaved("mal");

        Assert.Equal(ReportState.Begun, report.State);
        Assert.Equal(["mal", "ekonomi"], report.SavedParts);
    }

    [Fact]
    public void Saving_a_returned_report_leaves_it_returned() =>
        Assert.Equal(ReportState.Returned, (Begun with { State = ReportState.Returned }).WithSaved("mal").State);

    [Theory]
    [InlineData(ReportState.Submitted)]
    [InlineData(ReportState.Approved)]
    [InlineData(ReportState.Locked)]
    public void Saving_what_is_sent_throws(ReportState state) =>
        Assert.Throws<InvalidOperationException>(() => (Begun with { State = state }).WithSaved("mal"));

    [Fact]
    public void A_sent_report_knows_when_what_and_under_which_reference()
    {
        var sent = Begun.WithSubmission(Now, Hash);

        Assert.True(sent.IsSent);
        Assert.Equal((Now, Hash, ReferenceNumber.Of(Begun.Key, Hash)), (sent.SubmittedAt, sent.SnapshotHash, sent.Reference));
    }

    private static Report Begun => new()
    {
        Key = new ReportKey("gavleborg", "2023-helar", "hofors"),
        State = ReportState.Begun,
        Due = Some.Period.Due,
        Closes = Some.Period.Closes,
        TemplateHash = "00",
    };
}
