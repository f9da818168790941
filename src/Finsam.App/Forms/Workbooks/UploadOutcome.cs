using System.Collections.Immutable;
using Finsam.Domain.Answers;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>What reading a workbook that was sent in came to. Nothing is saved by it.</summary>
public abstract record UploadOutcome
{
    private UploadOutcome()
    {
    }

    /// <summary>It is not a workbook for this form; <paramref name="Message"/> says in Swedish what to do.</summary>
    public sealed record Refused(string Message) : UploadOutcome;

    /// <summary>It was read, as far as it could be.</summary>
    /// <param name="Form">The form, with the answers there are.</param>
    /// <param name="Kind">Which workbook it is.</param>
    /// <param name="Changes">What it would change, in the form's order.</param>
    /// <param name="Faults">What is wrong, each at its cell.</param>
    /// <param name="Notes">What is worth knowing.</param>
    public sealed record Read(
        FormView Form, WorkbookKind Kind, ImmutableArray<AnswerChange> Changes, ImmutableArray<CellFault> Faults, ImmutableArray<string> Notes) : UploadOutcome;
}

/// <summary>An answer that would be changed.</summary>
/// <param name="Part">The part.</param>
/// <param name="Field">The field.</param>
/// <param name="Before">The answer there is.</param>
/// <param name="After">The answer in the workbook.</param>
/// <param name="Note">How it was made: "summan av januari–mars 2024".</param>
public sealed record AnswerChange(FormPart Part, Field Field, Answer? Before, Answer? After, string? Note);

/// <summary>Something that cannot be taken in.</summary>
/// <param name="Place">The cell: "Deltagare!B7"; a sheet, or null for the whole file.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Open">The part to open in the form, where a text is asked about; else null.</param>
public sealed record CellFault(string? Place, string Message, FormPart? Open = null);
