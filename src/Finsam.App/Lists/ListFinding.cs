namespace Finsam.App.Lists;

/// <summary>Something wrong or doubtful in a workbook, or in what the record would become by it.</summary>
/// <param name="Sheet">The sheet; null when it is about the whole file or about something else in the record.</param>
/// <param name="Cell">The cell, "B7"; null when it is about the whole sheet.</param>
/// <param name="Message">A Swedish sentence that says what to do.</param>
/// <param name="IsWarning">True when it is said but stops nothing.</param>
public sealed record ListFinding(string? Sheet, string? Cell, string Message, bool IsWarning = false)
{
    /// <summary>Where in the record it stands, "initiatives.json $.initiatives[3].contacts", when that is not in the workbook.</summary>
    public string? Place { get; init; }
}

/// <summary>What became of a list.</summary>
/// <param name="List">The list's id.</param>
/// <param name="Sheet">The sheet it was read from.</param>
/// <param name="Added">Items that are new.</param>
/// <param name="Changed">Items that are changed.</param>
/// <param name="Removed">Items that are taken away.</param>
public sealed record ListCount(string List, string Sheet, int Added, int Changed, int Removed);
