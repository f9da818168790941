using System.Collections.Immutable;
using Finsam.Documents.Excel;
using Finsam.Domain.Templates;

namespace Finsam.App.Forms.Workbooks;

/// <summary>Where a field is filled in, as people see it: at which label of its block and, in a table, below which head.</summary>
/// <param name="Field">The field.</param>
/// <param name="Block">The block it belongs to.</param>
/// <param name="Label">What stands at the head of its row.</param>
/// <param name="Column">Which of the columns to fill in, as the sheet's first row marks it.</param>
/// <param name="Head">What stands at the head of its column; null where there is none.</param>
public sealed record InputCell(Field Field, string Block, string Label, string Column, string? Head = null);

/// <summary>A sheet to fill in, and its cells.</summary>
/// <param name="Sheet">The sheet.</param>
/// <param name="Cells">The cells to fill in.</param>
public sealed record InputSheet(GridSheet Sheet, ImmutableArray<InputCell> Cells);
