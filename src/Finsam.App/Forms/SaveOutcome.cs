using System.Collections.Immutable;
using Finsam.Domain.Rules;

namespace Finsam.App.Forms;

/// <summary>What saving came to.</summary>
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    /// <summary>All of it was saved.</summary>
    public sealed record Saved(FormView Form) : SaveOutcome;

    /// <summary>What could be read was saved; the rest is shown again.</summary>
    public sealed record Refused(PartPageModel Page) : SaveOutcome;

    /// <summary>Somebody else has saved the part since the form was shown: nothing was saved, both versions are shown.</summary>
    public sealed record Conflict(PartPageModel Page) : SaveOutcome;

    /// <summary>The report has been sent or the period closed; nothing was saved.</summary>
    public sealed record AlreadySent(FormView Form) : SaveOutcome;

    /// <summary>There is no such part for this reader.</summary>
    public sealed record Unknown : SaveOutcome;

    /// <summary>So many are saving at once that it did not get through; nothing was saved.</summary>
    public sealed record Busy : SaveOutcome;
}

/// <summary>What saving by script came to.</summary>
public abstract record AutoSaveOutcome
{
    private AutoSaveOutcome()
    {
    }

    /// <summary>What could be read and nobody else had changed was saved.</summary>
    /// <param name="Form">The form with the answers as they now are.</param>
    /// <param name="Revision">The part's revision.</param>
    /// <param name="At">When.</param>
    public sealed record Saved(FormView Form, int Revision, DateTimeOffset At) : AutoSaveOutcome
    {
        /// <summary>What could not be read.</summary>
        public ImmutableArray<Finding> Errors { get; init; } = [];

        /// <summary>The texts that look as if they told of a person; not saved.</summary>
        public ImmutableArray<string> Asked { get; init; } = [];

        /// <summary>The fields that somebody else has changed meanwhile, with what is stored; not saved.</summary>
        public ImmutableArray<(string Key, string Theirs)> Conflicts { get; init; } = [];

        /// <summary>Who it was.</summary>
        public string? By { get; init; }

        /// <summary>The other fields as they are stored, when somebody has saved since the form was shown.</summary>
        public ImmutableArray<(string Key, string Theirs)> Theirs { get; init; } = [];
    }

    /// <summary>The report has been sent or the period closed; nothing was saved.</summary>
    public sealed record AlreadySent : AutoSaveOutcome;

    /// <summary>There is no such part for this reader.</summary>
    public sealed record Unknown : AutoSaveOutcome;

    /// <summary>It did not get through; nothing was saved.</summary>
    public sealed record Busy : AutoSaveOutcome;
}
