namespace Finsam.App.Reminders;

/// <summary>The provider has refused the mail for good.</summary>
public sealed class MailRefusedException : Exception
{
    /// <summary>A refusal without a reason.</summary>
    public MailRefusedException()
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    public MailRefusedException(string message)
        : base(message)
    {
    }

    /// <summary>A refusal.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    /// <param name="innerException">The provider's own words.</param>
    public MailRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>The mail has surely not gone out and may be tried again later.</summary>
public sealed class MailDelayedException : Exception
{
    /// <summary>A delay without a reason.</summary>
    public MailDelayedException()
    {
    }

    /// <summary>A delay.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    public MailDelayedException(string message)
        : base(message)
    {
    }

    /// <summary>A delay.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    /// <param name="innerException">The provider's own words.</param>
    public MailDelayedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>How long the provider asks us to wait (Retry-After); null when it does not say. It holds for every mail from the mailbox.</summary>
    public TimeSpan? After { get; init; }
}

/// <summary>The provider does not let us in (401, 403): no mail goes out until somebody mends what is wrong.</summary>
public sealed class MailStoppedException : Exception
{
    /// <summary>A stop without a reason.</summary>
    public MailStoppedException()
    {
    }

    /// <summary>A stop.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    public MailStoppedException(string message)
        : base(message)
    {
    }

    /// <summary>A stop.</summary>
    /// <param name="message">Why, in Swedish, for the chef.</param>
    /// <param name="innerException">The provider's own words.</param>
    public MailStoppedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
