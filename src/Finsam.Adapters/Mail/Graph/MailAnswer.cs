using System.Net;
using Azure.Identity;
using Finsam.Adapters.Graph;
using Finsam.App.Reminders;

namespace Finsam.Adapters.Mail.Graph;

/// <summary>What Graph's answers mean to a mail.</summary>
internal static class MailAnswer
{
    /// <summary>What it means to a mail that the token could not be fetched.</summary>
    public static Exception WithoutToken(AuthenticationFailedException failure) => TokenFaults.IsPassing(failure)
        ? new MailDelayedException(MailTexts.NoConnection, failure)
        : new MailStoppedException(MailTexts.GraphNoIdentity, failure);

    /// <summary>Returns when the mail has been taken; throws what <see cref="IMailSender.SendAsync"/> says otherwise.</summary>
    public static void ThrowUnlessTaken(this GraphAnswer answer)
    {
        if (answer.Status == HttpStatusCode.Accepted)
        {
            return;
        }

        throw (int)answer.Status switch
        {
            401 or 403 => new MailStoppedException(MailTexts.GraphNotAllowed, answer.ToException()),
            408 or 429 => Delayed(answer),
            404 => new MailStoppedException(MailTexts.GraphNoMailbox, answer.ToException()),
            413 => new MailRefusedException(MailTexts.TooLarge, answer.ToException()),
            >= 400 and < 500 => Refused(answer),

            // A gateway that got no answer: what lies behind it may have taken the mail.
            502 or 504 => answer.ToException(),
            >= 500 => Delayed(answer),
            >= 300 => new MailStoppedException(MailTexts.GraphElsewhere, answer.ToException()),

            // Something has taken the request, but it does not answer as Graph does.
            _ => answer.ToException(),
        };
    }

    private static MailDelayedException Delayed(GraphAnswer answer) => new(MailTexts.Delayed, answer.ToException()) { After = answer.After };

    private static Exception Refused(GraphAnswer answer) => answer.Code switch
    {
        "ErrorInvalidRecipients" or "ErrorRecipientNotFound" => new MailRefusedException(MailTexts.RecipientRefused, answer.ToException()),
        "ErrorMessageSizeExceeded" or "ErrorAttachmentSizeLimitExceeded" => new MailRefusedException(MailTexts.TooLarge, answer.ToException()),
        "ErrorMailboxNotFound" or "ErrorNonExistentMailbox" or "ErrorInvalidUser" or "MailboxNotEnabledForRESTAPI" => new MailStoppedException(MailTexts.GraphNoMailbox, answer.ToException()),
        _ => new MailRefusedException(MailTexts.Refused, answer.ToException()),
    };
}
