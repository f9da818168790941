using Finsam.Domain.Drafts;

namespace Finsam.Domain.Consolidation.Counting;

/// <summary>A cell of a grid, and what is known of the figure in it.</summary>
/// <param name="Cell">As printed.</param>
/// <param name="Form">What kind of figure it is; null when there is none.</param>
/// <param name="Printed">The number as it is rounded in print; of a share the per cent.</param>
internal sealed record GridCell(TableCell Cell, CountedForm? Form, decimal? Printed)
{
    /// <summary>The exact figure; null when there is none.</summary>
    public decimal? Value => Cell.Value;

    /// <summary>As a chart draws it. A share is drawn as the per cent that are printed.</summary>
    public ChartPoint Point => new(Form == CountedForm.Share ? Printed : Value, Cell.Source) { Text = Value is null ? Cell.Text : null };
}
