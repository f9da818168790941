using System.Collections.Immutable;
using Finsam.Domain.Drafts.Changes;

namespace Finsam.App.Drafts.Compared;

/// <summary>Compares a draft with an earlier version of it.</summary>
public sealed class CompareVersions(DraftFiles files)
{
    /// <summary>The versions that a draft can be compared with, the nearest first.</summary>
    public static ImmutableArray<Draft> Before(Draft draft, ImmutableArray<Draft> drafts) =>
    [
        .. drafts.Where(d => d.Key.Kind == draft.Key.Kind && d.Key.Version < draft.Key.Version && d.State == DraftState.Ready).OrderByDescending(d => d.Key.Version),
    ];

    /// <summary>What has changed; null when there is no such version.</summary>
    public async Task<ComparedVersions?> HandleAsync(Draft draft, int since, ImmutableArray<Draft> drafts, CancellationToken cancellation)
    {
        var before = Before(draft, drafts);
        if (before.FirstOrDefault(d => d.Key.Version == since) is not { } earlier)
        {
            return null;
        }

        var (old, now) = (await files.FiguresAsync(earlier, cancellation), await files.FiguresAsync(draft, cancellation));
        return new ComparedVersions(draft, earlier, before, old is null || now is null ? null : CompareDrafts.Run(old, now));
    }
}

/// <summary>A draft beside an earlier version of it.</summary>
/// <param name="Draft">The draft.</param>
/// <param name="Earlier">The earlier version.</param>
/// <param name="Choices">The versions it can be compared with, the nearest first.</param>
/// <param name="Changes">What has changed; null when one of them was compiled before figures were kept.</param>
public sealed record ComparedVersions(Draft Draft, Draft Earlier, ImmutableArray<Draft> Choices, DraftChanges? Changes);
