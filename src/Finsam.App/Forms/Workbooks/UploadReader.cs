using System.Collections.Immutable;
using System.Globalization;
using Finsam.Documents.Excel;
using Finsam.Domain.Answers;
using Finsam.Domain.Rules;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>Reads the cells of a workbook of ours, and holds them against the answers there are by the form's own rules.</summary>
internal sealed class UploadReader(FormView form, KeyedSheet[] sheets, ImmutableArray<CellFinding> findings)
{
    private readonly ILookup<(string?, string?), string> _said = findings.Where(f => !f.IsWarning).ToLookup(f => (f.Sheet, f.Cell), f => f.Message);
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _made = new(StringComparer.Ordinal);
    private readonly List<CellFault> _faults = [];
    private readonly List<string> _notes = [];

    /// <summary>What it comes to.</summary>
    public UploadOutcome Read()
    {
        _faults.AddRange(findings.Where(f => f is { IsWarning: false, Cell: null }).Select(f => new CellFault(f.Sheet, f.Message)));
        var kind = sheets[0].Mark.Kind;
        if (kind == WorkbookKind.Form)
        {
            ReadForm();
        }
        else
        {
            ReadMonths();
        }

        _notes.AddRange(
            from sheet in sheets
            let rows = sheet.UnknownRows.ToArray()
            where rows.Length > 0
            select Say(WorkbookTexts.UnknownRows, sheet.Name, string.Join(", ", rows.Take(10)) + (rows.Length > 10 ? " …" : "")));
        var changes = form.Parts.SelectMany(Changes).ToImmutableArray();
        return new UploadOutcome.Read(form, kind, changes, [.. _faults], [.. _notes]);
    }

    private void ReadForm()
    {
        var missing = new List<string>();
        foreach (var sheet in FormWorkbook.Sheets(form))
        {
            if (!sheet.Cells.Any(c => sheets.Any(s => s.Has(SheetKeys.Block(c.Block)))))
            {
                missing.Add(sheet.Sheet.Name);
                continue;
            }

            foreach (var row in sheet.Cells.GroupBy(c => (c.Block, c.Label)))
            {
                if (row.Select(ReadCell).ToArray().Contains(false))
                {
                    _faults.Add(new CellFault(sheet.Sheet.Name, Say(WorkbookTexts.NotFound, row.Key.Label)));
                }
            }
        }

        if (missing.Count > 0)
        {
            _notes.Add(Say(WorkbookTexts.MissingSheets, string.Join(", ", missing)));
        }
    }

    // False when the cell is nowhere.
    private bool ReadCell(InputCell cell)
    {
        var places = sheets.SelectMany(s => s.Find(cell)).ToArray();
        if (places.Length == 0)
        {
            return false;
        }

        _places[cell.Field.Key] = places[0].Name;
        if (places.Select(p => p.Value).Distinct().Count() > 1)
        {
            Fault(places[0].Name, WorkbookTexts.StandsTwice, cell.Field.Label, string.Join(" och ", places.Select(p => p.Name)));
        }
        else if (Entry(cell.Field, places[0]) is CellEntry.Written(var text))
        {
            _written[cell.Field.Key] = text;
        }

        return true;
    }

    private void ReadMonths()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        var marked = sheets.SelectMany(s => s.Columns).ToHashSet(StringComparer.Ordinal);
        foreach (var table in MonthWorkbook.Tables(form).Where(t => sheets.Any(s => s.Has(SheetKeys.Block(t.Key)))))
        {
            var months = MonthWorkbook.MonthsOf(form, table.Matrix);
            foreach (var (cell, rule) in months.IsEmpty ? [] : table.Cells)
            {
                known.Add(cell.Field.Key);
                ReadMonths(cell, rule, months, marked);
            }
        }

        NoteOtherMonths(marked);
        NoteUnknown(known);
    }

    private void ReadMonths(InputCell cell, MonthRule rule, ImmutableArray<Month> months, HashSet<string> marked)
    {
        var used = rule switch { MonthRule.First => months[..1], MonthRule.Last => months[^1..], _ => months };
        var answers = new List<(Month Month, Answer? Answer)>();
        foreach (var month in used)
        {
            var places = sheets.SelectMany(s => s.Find(cell, month.Id)).ToArray();
            if (places.Length == 0)
            {
                if (marked.Contains(month.Id))
                {
                    _faults.Add(new CellFault(sheets.First(s => s.Has(SheetKeys.Block(cell.Block))).Name, Say(WorkbookTexts.NotFound, cell.Label)));
                    return;
                }

                answers.Add((month, null));
                continue;
            }

            _places.TryAdd(cell.Field.Key, places[0].Name);
            if (places.Select(p => p.Value).Distinct().Count() > 1)
            {
                Fault(places[0].Name, WorkbookTexts.StandsTwice, cell.Field.Label, string.Join(" och ", places.Select(p => p.Name)));
                return;
            }

            switch (Entry(cell.Field, places[0]))
            {
                case null:
                    return;
                case CellEntry.Written(var text) when FieldEntry.Read(cell.Field, text) is FieldEntry.Refused(var message):
                    _faults.Add(new CellFault(places[0].Name, message));
                    return;
                case CellEntry.Written(var text):
                    answers.Add((month, ((FieldEntry.Accepted)FieldEntry.Read(cell.Field, text)).Answer));
                    break;
                default:
                    answers.Add((month, null));
                    break;
            }
        }

        Propose(cell.Field, rule, answers);
    }

    // A blank month is not zero: what is given is added up, and the months that are not are named.
    private void Propose(Field field, MonthRule rule, List<(Month Month, Answer? Answer)> answers)
    {
        var given = answers.Where(a => a.Answer is not null).ToArray();
        if (given.Length == 0)
        {
            return;
        }

        var isUnknown = given.Any(a => a.Answer is Answer.Unknown);
        _written[field.Key] = isUnknown
            ? FormTexts.Unknown
            : given.Sum(a => ((Answer.Number)a.Answer!).Value).ToString(CultureInfo.InvariantCulture);
        var names = Month.Names(given.Select(a => a.Month));
        _made[field.Key] = (rule == MonthRule.Sum ? Say(given.Length == 1 ? WorkbookTexts.OneMonth : WorkbookTexts.SumOfMonths, names) : names)
            + (given.Length == answers.Count ? "" : Say(WorkbookTexts.BlankMonths, Month.Names(answers.Where(a => a.Answer is null).Select(a => a.Month))));
    }

    private void NoteOtherMonths(HashSet<string> marked)
    {
        var asked = MonthWorkbook.Tables(form).SelectMany(t => MonthWorkbook.MonthsOf(form, t.Matrix)).ToHashSet();
        var keys = MonthWorkbook.Tables(form).SelectMany(t => t.Cells).Select(c => c.Cell.Field.Key).ToArray();
        var others = marked.Select(Month.Find).OfType<Month>()
            .Where(month => !asked.Contains(month) && sheets.Any(s => keys.Any(k => s.IsFilledIn(k, [month.Id]))))
            .OrderBy(month => month.First).ToArray();
        if (others.Length > 0)
        {
            _notes.Add(Say(WorkbookTexts.OtherMonths, Month.Names(others), form.Period.Name));
        }
    }

    private void NoteUnknown(HashSet<string> known)
    {
        var unknown = sheets.SelectMany(s => s.Keys.Where(k => k[0] != '#' && !known.Contains(k) && s.IsFilledIn(k, s.Columns.Where(c => Month.Find(c) is not null)))).ToArray();
        if (unknown.Length > 0)
        {
            _notes.Add(Say(WorkbookTexts.UnknownCounts, unknown.Length));
        }
    }

    // Null when something is wrong with the cell; it has then been told.
    private CellEntry? Entry(Field field, CellPlace place)
    {
        if (_said[(place.Sheet, place.Cell)].FirstOrDefault() is { } said)
        {
            _faults.Add(new CellFault(place.Name, $"{field.Label}: {said}"));
            return null;
        }

        if (CellEntry.Read(field, place.Value) is not CellEntry.Refused(var message))
        {
            return CellEntry.Read(field, place.Value);
        }

        _faults.Add(new CellFault(place.Name, message));
        return null;
    }

    private IEnumerable<AnswerChange> Changes(FormPart part)
    {
        var fields = part.FieldsFor(form.Initiative).Where(f => _written.ContainsKey(f.Key)).ToArray();
        var before = form.Saved.Parts.GetValueOrDefault(part.Id)?.Answers ?? AnswerSheet.Empty;
        var read = ReadPart.From(form, fields, new PartEntry { Written = _written }, before);
        foreach (var error in read.Errors)
        {
            var asked = read.Asked.Contains(error.Fields[0]);
            _faults.Add(new CellFault(_places.GetValueOrDefault(error.Fields[0]), asked ? $"{error.Message} {WorkbookTexts.AskedElsewhere}" : error.Message, asked ? part : null));
        }

        return fields.Where(f => !Equals(before[f.Key], read.Answers[f.Key]))
            .Select(f => new AnswerChange(part, f, before[f.Key], read.Answers[f.Key], _made.GetValueOrDefault(f.Key)));
    }

    private void Fault(string place, string text, params ReadOnlySpan<object?> values) => _faults.Add(new CellFault(place, Say(text, values)));

    private static string Say(string text, params ReadOnlySpan<object?> values) => string.Format(CultureInfo.InvariantCulture, text, values);
}
