using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Finsam.Domain.Answers;
using Finsam.Domain.Goals;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Participants;
using Finsam.Domain.Scopes;

namespace Finsam.Domain.Templates;

/// <summary>A block of questions of one kind. A kind knows which fields it has; its page shows them, the checker checks them,
/// the drafts add them up. A new kind is a record here, a page in Finsam.App/Forms/Blocks and a line in each registration.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(MatrixBlock), "matrix")]
[JsonDerivedType(typeof(GoalsBlock), "goals")]
[JsonDerivedType(typeof(EconomyBlock), "economy")]
[JsonDerivedType(typeof(ActivitiesBlock), "activities")]
[JsonDerivedType(typeof(FiguresBlock), "figures")]
[JsonDerivedType(typeof(TextBlock), "text")]
public abstract record Block
{
    /// <summary>Stable within the template; the first part of its fields' keys.</summary>
    public required string Id { get; init; }

    /// <summary>The question.</summary>
    public required string Label { get; init; }

    /// <summary>What to think of, below the question.</summary>
    public string? Help { get; init; }

    /// <summary>What its counts and amounts cover. The page says it with dates, and only like is compared with like.</summary>
    public Scope Scope { get; init; } = Scope.Period;

    /// <summary>The fields for an initiative, in the order they are asked.</summary>
    public abstract IEnumerable<Field> FieldsFor(Initiative initiative);
}

/// <summary>One thing to fill in.</summary>
/// <param name="Key">The answer's key, e.g. "deltagare.nya.kvinna".</param>
/// <param name="Kind">How it is written and read.</param>
/// <param name="Label">Its whole name, readable apart from its neighbours: "Nya under perioden, kvinnor".</param>
public sealed record Field(string Key, FieldKind Kind, string Label)
{
    /// <summary>Sending stops while it is blank.</summary>
    public bool Required { get; init; }

    /// <summary>How many characters a text may have.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>The alternatives of a choice.</summary>
    public ImmutableArray<Choice> Choices { get; init; } = [];
}

/// <summary>How a field is written and read.</summary>
public enum FieldKind
{
    /// <summary>Persons or things: a whole number, zero or more.</summary>
    Count,

    /// <summary>Whole kronor, also negative.</summary>
    Kronor,

    /// <summary>A line of text.</summary>
    Line,

    /// <summary>Several lines of text.</summary>
    Text,

    /// <summary>One of <see cref="Field.Choices"/>.</summary>
    Choice,

    /// <summary>A date.</summary>
    Date,
}

/// <summary>An alternative of a choice.</summary>
/// <param name="Id">What is stored.</param>
/// <param name="Label">What is read.</param>
public sealed record Choice(string Id, string Label);

/// <summary>Counts in rows × columns. One column dimension is usually kön.</summary>
public sealed record MatrixBlock : Block
{
    /// <summary>The rows asked, e.g. nya, avslutade.</summary>
    public required ImmutableArray<Choice> Rows { get; init; }

    /// <summary>The columns asked: kvinna, man, annat/vill ej uppge, okänt.</summary>
    public required ImmutableArray<Choice> Columns { get; init; }

    /// <summary>Rows that are sums and differences of asked ones; shown, never asked.</summary>
    public ImmutableArray<DerivedRow> Derived { get; init; } = [];

    /// <summary>Sending stops while a cell of these rows is blank.</summary>
    public ImmutableArray<string> RequiredRows { get; init; } = [];

    /// <summary>The key of a cell.</summary>
    public string KeyOf(string row, string column) => $"{Id}.{row}.{column}";

    /// <summary>The participants its rows count, with what follows from them; rows that count something else are left out. Nobody is transferred
    /// where no row asks for it.</summary>
    public ParticipantFlow FlowOf(AnswerSheet answers)
    {
        var counts = from row in Rows
                     let measure = ParticipantRow.Find(row.Id)
                     where measure is not null
                     from column in Columns
                     let gender = GenderId.Find(column.Id)
                     let persons = answers.Number(KeyOf(row.Id, column.Id))
                     where gender is not null && persons is not null
                     select new ParticipantCount(measure.Value, gender.Value, persons.Value);
        return ParticipantFlow.From(counts, noTransfers: Rows.All(r => ParticipantRow.Find(r.Id) is not (ParticipantMeasure.TransferredIn or ParticipantMeasure.TransferredOut)));
    }

    /// <inheritdoc/>
    public override IEnumerable<Field> FieldsFor(Initiative initiative) =>
        from row in Rows
        from column in Columns
        select new Field(KeyOf(row.Id, column.Id), FieldKind.Count, $"{row.Label}, {column.Label.ToLowerInvariant()}")
        {
            Required = RequiredRows.Contains(row.Id, StringComparer.Ordinal),
        };
}

/// <summary>A row that is never asked: one asked row minus another.</summary>
/// <param name="Id">The row's id.</param>
/// <param name="Label">The row's name.</param>
/// <param name="From">The row that is taken from.</param>
/// <param name="Minus">The row that is taken away.</param>
public sealed record DerivedRow(string Id, string Label, string From, string Minus);

/// <summary>The initiative's goals: result and assessment of each, and the overall assessment.</summary>
public sealed record GoalsBlock : Block
{
    /// <summary>The assessments to choose from.</summary>
    public required ImmutableArray<Choice> Assessments { get; init; }

    /// <summary>Whether each goal gets an assessment of its own beside the overall one.</summary>
    public bool AssessEach { get; init; }

    /// <summary>The question of the overall assessment.</summary>
    public required string OverallLabel { get; init; }

    /// <summary>The key of the overall assessment.</summary>
    [JsonIgnore]
    public string OverallKey => $"{Id}.samlad";

    /// <summary>The key of a goal's result.</summary>
    public string ResultKey(InitiativeGoal goal) => $"{Id}.{goal.Id}.resultat";

    /// <summary>The key of a goal's own assessment.</summary>
    public string AssessmentKey(InitiativeGoal goal) => $"{Id}.{goal.Id}.bedomning";

    /// <inheritdoc/>
    public override IEnumerable<Field> FieldsFor(Initiative initiative)
    {
        for (var i = 0; i < initiative.Goals.Length; i++)
        {
            var goal = initiative.Goals[i];
            yield return new Field(ResultKey(goal), FieldKind.Text, $"Resultat för mål {i + 1}");
            if (AssessEach)
            {
                yield return new Field(AssessmentKey(goal), FieldKind.Choice, $"Bedömning av mål {i + 1}") { Choices = Assessments };
            }
        }

        yield return new Field(OverallKey, FieldKind.Choice, OverallLabel) { Choices = Assessments, Required = true };
    }
}

/// <summary>What the initiative cost. The grant is known from the record and is not asked.</summary>
public sealed record EconomyBlock : Block
{
    /// <summary>The question, e.g. "Kostnad som belastar insatsen, hela kronor".</summary>
    public required string OutcomeLabel { get; init; }

    /// <summary>The question about why outcome and grant differ.</summary>
    public required string CommentLabel { get; init; }

    /// <summary>The difference, in per cent of the grant, above which a comment is asked for; 0 to 100.</summary>
    public int CommentAbovePercent { get; init; } = 10;

    /// <summary>The key of the outcome.</summary>
    [JsonIgnore]
    public string OutcomeKey => $"{Id}.utfall";

    /// <summary>The key of the comment.</summary>
    [JsonIgnore]
    public string CommentKey => $"{Id}.kommentar";

    /// <inheritdoc/>
    public override IEnumerable<Field> FieldsFor(Initiative initiative) =>
    [
        new Field(OutcomeKey, FieldKind.Kronor, OutcomeLabel) { Required = true },
        new Field(CommentKey, FieldKind.Text, CommentLabel) { MaxLength = 1000 },
    ];
}

/// <summary>Things held or done: date, what, how many took part.</summary>
public sealed record ActivitiesBlock : Block
{
    /// <summary>How many rows the form offers, 1 to 50.</summary>
    public int Rows { get; init; } = 8;

    /// <summary>The key of a column in a row; rows count from 1.</summary>
    public string KeyOf(int row, ActivityColumn column) => column switch
    {
        ActivityColumn.Date => $"{Id}.{row}.datum",
        ActivityColumn.What => $"{Id}.{row}.vad",
        ActivityColumn.Participants => $"{Id}.{row}.deltagare",
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, null),
    };

    /// <inheritdoc/>
    public override IEnumerable<Field> FieldsFor(Initiative initiative)
    {
        for (var row = 1; row <= Rows; row++)
        {
            yield return new Field(KeyOf(row, ActivityColumn.Date), FieldKind.Date, $"Datum, aktivitet {row}");
            yield return new Field(KeyOf(row, ActivityColumn.What), FieldKind.Line, $"Vad som gjordes, aktivitet {row}") { MaxLength = 400 };
            yield return new Field(KeyOf(row, ActivityColumn.Participants), FieldKind.Count, $"Antal deltagare, aktivitet {row}");
        }
    }
}

/// <summary>What is asked of each activity.</summary>
public enum ActivityColumn
{
    /// <summary>The day.</summary>
    Date,

    /// <summary>What was done.</summary>
    What,

    /// <summary>How many took part.</summary>
    Participants,
}

/// <summary>Named single counts.</summary>
public sealed record FiguresBlock : Block
{
    /// <summary>The figures asked.</summary>
    public required ImmutableArray<Choice> Figures { get; init; }

    /// <summary>The key of a figure.</summary>
    public string KeyOf(string figure) => $"{Id}.{figure}";

    /// <inheritdoc/>
    public override IEnumerable<Field> FieldsFor(Initiative initiative) =>
        Figures.Select(figure => new Field(KeyOf(figure.Id), FieldKind.Count, figure.Label));
}

/// <summary>A text in the owner's own words.</summary>
public sealed record TextBlock : Block
{
    /// <summary>How many characters it may have, 1 to 20 000.</summary>
    public int MaxLength { get; init; } = 4000;

    /// <summary>Sending stops while it is blank.</summary>
    public bool Required { get; init; }

    /// <summary>The text's key.</summary>
    [JsonIgnore]
    public string Key => $"{Id}.text";

    /// <inheritdoc/>
    public override IEnumerable<Field> FieldsFor(Initiative initiative) =>
        [new Field(Key, FieldKind.Text, Label) { MaxLength = MaxLength, Required = Required }];
}
