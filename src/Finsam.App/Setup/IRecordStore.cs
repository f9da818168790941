using System.Collections.Immutable;
using Finsam.Domain.Associations;
using Finsam.Domain.Drafts.Outlines;
using Finsam.Domain.Initiatives;
using Finsam.Domain.Periods;
using Finsam.Domain.Templates;

namespace Finsam.App.Setup;

/// <summary>The associations' records.</summary>
public interface IRecordStore
{
    /// <summary>The ids of all associations in the installation.</summary>
    Task<ImmutableArray<string>> AssociationsAsync(CancellationToken cancellation);

    /// <summary>An association, or null.</summary>
    Task<Association?> FindAssociationAsync(string association, CancellationToken cancellation);

    /// <summary>An initiative, or null.</summary>
    Task<Initiative?> FindInitiativeAsync(string association, string initiative, CancellationToken cancellation);

    /// <summary>All initiatives and groups, in the record's order.</summary>
    Task<InitiativeFile> InitiativesAsync(string association, CancellationToken cancellation);

    /// <summary>What the accounts say.</summary>
    Task<BookedFile> BookedAsync(string association, CancellationToken cancellation);

    /// <summary>A period, or null.</summary>
    Task<ReportingPeriod?> FindPeriodAsync(string association, string period, CancellationToken cancellation);

    /// <summary>All periods, in the record's order.</summary>
    Task<PeriodFile> PeriodsAsync(string association, CancellationToken cancellation);

    /// <summary>SHA-256 of the template that an id stands for now.</summary>
    Task<string> TemplateHashAsync(string association, string template, CancellationToken cancellation);

    /// <summary>A template by its hash; older versions stay for the reports answered in them.</summary>
    Task<FormTemplate> TemplateAsync(string association, string hash, CancellationToken cancellation);

    /// <summary>The outline that an id stands for now.</summary>
    Task<Outline> OutlineAsync(string association, string outline, CancellationToken cancellation);

    /// <summary>The whole record, or null.</summary>
    Task<AssociationRecord?> FindRecordAsync(string association, CancellationToken cancellation);

    /// <summary>Writes a whole record. Doing it again changes nothing.</summary>
    Task SaveAsync(AssociationRecord record, CancellationToken cancellation);
}
