using Finsam.App.Records;
using Finsam.App.Reports;
using Finsam.Domain.Answers;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Periods;
using Finsam.Domain.Records;
using Finsam.Domain.Reports;
using Finsam.Domain.Rules;
using Finsam.Domain.Scopes;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms;

/// <summary>Reads what an initiative answered before: the last period's report and last year's, else what was published for last year.</summary>
public sealed class LoadEarlier(IRecordStore records, IReportStore reports)
{
    /// <summary>What was answered before, as far as it counts what today's template counts.</summary>
    public async Task<EarlierAnswers> HandleAsync(
        AssociationRecord record, ReportingPeriod period, Initiative initiative, FormTemplate template, CancellationToken cancellation)
    {
        var alike = record.Periods.Periods.Where(p => p.Kind == period.Kind && p.End < period.End).ToArray();
        var lastYear = alike.FirstOrDefault(p => (p.Start.AddYears(1), p.End.AddDays(1).AddYears(1)) == (period.Start, period.End.AddDays(1)));
        var last = alike.MaxBy(p => p.End);
        var before = last is null ? null : await SheetAsync(record, last, initiative, template, cancellation);
        var yearAgo = lastYear == last ? before : lastYear is null ? null : await SheetAsync(record, lastYear, initiative, template, cancellation);
        return new EarlierAnswers(before, yearAgo ?? Published(record, period, initiative, template));
    }

    private async Task<EarlierSheet?> SheetAsync(
        AssociationRecord record, ReportingPeriod period, Initiative initiative, FormTemplate template, CancellationToken cancellation)
    {
        var key = new ReportKey(record.Association.Id, period.Id, initiative.Id);
        if ((await reports.FindAsync(key, cancellation))?.Value is not { IsSent: true, SnapshotHash: { } hash })
        {
            return null;
        }

        var sent = await reports.SnapshotAsync(key.Association, hash, cancellation);
        var then = await records.TemplateAsync(key.Association, sent.TemplateHash, cancellation);
        return new EarlierSheet(period.Name, period.End, AnswerSheet.Of(sent.Answers.Entries.Where(a =>
            a.Value is Answer.Number && then.BlockOf(a.Key)?.Scope == template.BlockOf(a.Key)?.Scope)));
    }

    // A year that was reported before the association came here: its published figures, of the rows that a measure names.
    private static EarlierSheet? Published(AssociationRecord record, ReportingPeriod period, Initiative initiative, FormTemplate template)
    {
        var year = period.Year - 1;
        if (period.Kind != PeriodKind.FullYear)
        {
            return null;
        }

        var figures = from measure in record.History.Measures
                      where measure.Row is not null && template.BlockOf(measure.Row) is MatrixBlock { Scope: not Scope.Initiative }
                      from gender in Enum.GetValues<Gender>()
                      let figure = record.History.Find(measure.Id, year, initiative.Id, gender)
                      where figure is { IsOfOtherDates: false }
                      select KeyValuePair.Create<string, Answer>($"{measure.Row}.{GenderId.Of(gender)}", new Answer.Number(figure.Value));
        var answers = AnswerSheet.Of(figures);
        return answers.Count == 0 ? null : new EarlierSheet($"{year}", new DateOnly(year, 12, 31), answers);
    }
}
