namespace Finsam.Domain.Answers;

/// <summary>What stands in a field. A blank field has no answer at all; zero, blank and "uppgift saknas" are three different things
/// and are kept apart everywhere.</summary>
public abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>A count or an amount, exact.</summary>
    public sealed record Number(decimal Value) : Answer;

    /// <summary>Words, the id of a choice, or a date as yyyy-MM-dd.</summary>
    public sealed record Text(string Value) : Answer;

    /// <summary>An attached file, kept by its hash.</summary>
    /// <param name="Hash">SHA-256 of its content.</param>
    /// <param name="Name">The file's name as it was sent, made safe.</param>
    /// <param name="MediaType">What it is, by its content.</param>
    /// <param name="Size">In bytes.</param>
    public sealed record File(string Hash, string Name, string MediaType, long Size) : Answer;

    /// <summary>"Uppgift saknas": asked, and not to be had.</summary>
    public sealed record Unknown : Answer
    {
        /// <summary>The only value.</summary>
        public static Unknown Instance { get; } = new();
    }
}
