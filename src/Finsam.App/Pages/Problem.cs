using Microsoft.AspNetCore.Http;

namespace Finsam.App.Pages;

/// <summary>The things that can be in the way of a request.</summary>
public enum ProblemKind
{
    /// <summary>A link nobody knows.</summary>
    LinkUnknown,

    /// <summary>A link that no longer opens.</summary>
    LinkGone,

    /// <summary>A form was asked for without its link.</summary>
    LinkNeeded,

    /// <summary>There is nothing here, or nothing for this person.</summary>
    NotFound,

    /// <summary>The person's role in the association is too small for it.</summary>
    NotAllowed,

    /// <summary>One must sign in.</summary>
    SignIn,

    /// <summary>A post from another site.</summary>
    OtherSite,

    /// <summary>More was sent than can be taken in.</summary>
    TooLarge,

    /// <summary>Something was sent in a way we do not read.</summary>
    WrongContentType,

    /// <summary>The request makes no sense.</summary>
    BadRequest,

    /// <summary>Somebody else has changed it since it was read.</summary>
    ChangedMeanwhile,

    /// <summary>Storage does not answer.</summary>
    StorageDown,

    /// <summary>A draft could not be made into a PDF.</summary>
    NoPdf,

    /// <summary>A draft has not the file: the program that compiled it made none.</summary>
    OlderDraft,
}

/// <summary>What is in the way, and what to do about it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The heading.</param>
/// <param name="Text">What to do.</param>
/// <param name="LeadsToOverview">True when the overview is where to go on.</param>
public sealed record Problem(int Status, string Title, string Text, bool LeadsToOverview = false)
{
    /// <summary>The words for a kind. A link that is unknown and one that is gone say the same, so that guessing tells nothing.</summary>
    public static Problem Of(ProblemKind kind) => kind switch
    {
        ProblemKind.LinkUnknown => new(StatusCodes.Status404NotFound, PageTexts.LinkTitle, PageTexts.LinkText),
        ProblemKind.LinkGone => new(StatusCodes.Status410Gone, PageTexts.LinkTitle, PageTexts.LinkText),
        ProblemKind.LinkNeeded => new(StatusCodes.Status403Forbidden, PageTexts.LinkNeededTitle, PageTexts.LinkNeededText),
        ProblemKind.NotFound => new(StatusCodes.Status404NotFound, PageTexts.NotFoundTitle, PageTexts.NotFoundText, LeadsToOverview: true),
        ProblemKind.NotAllowed => new(StatusCodes.Status403Forbidden, PageTexts.NotAllowedTitle, PageTexts.NotAllowedText, LeadsToOverview: true),
        ProblemKind.SignIn => new(StatusCodes.Status401Unauthorized, PageTexts.SignInTitle, PageTexts.SignInText, LeadsToOverview: true),
        ProblemKind.OtherSite => new(StatusCodes.Status403Forbidden, PageTexts.OtherSiteTitle, PageTexts.OtherSiteText),
        ProblemKind.TooLarge => new(StatusCodes.Status413PayloadTooLarge, PageTexts.TooLargeTitle, PageTexts.TooLargeText),
        ProblemKind.WrongContentType => new(StatusCodes.Status415UnsupportedMediaType, PageTexts.WrongContentTypeTitle, PageTexts.WrongContentTypeText),
        ProblemKind.BadRequest => new(StatusCodes.Status400BadRequest, PageTexts.BadRequestTitle, PageTexts.BadRequestText),
        ProblemKind.ChangedMeanwhile => new(StatusCodes.Status412PreconditionFailed, PageTexts.ChangedMeanwhileTitle, PageTexts.ChangedMeanwhileText),
        ProblemKind.StorageDown => new(StatusCodes.Status503ServiceUnavailable, PageTexts.StorageDownTitle, PageTexts.StorageDownText),
        ProblemKind.NoPdf => new(StatusCodes.Status503ServiceUnavailable, PageTexts.NoPdfTitle, PageTexts.NoPdfText, LeadsToOverview: true),
        ProblemKind.OlderDraft => new(StatusCodes.Status404NotFound, PageTexts.OlderDraftTitle, PageTexts.OlderDraftText, LeadsToOverview: true),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
