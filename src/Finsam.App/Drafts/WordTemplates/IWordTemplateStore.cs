using System.Collections.Immutable;

namespace Finsam.App.Drafts.WordTemplates;

/// <summary>The associations' own Word templates. Each choice is kept, so that a draft that is compiled again gets the template it had.</summary>
public interface IWordTemplateStore
{
    /// <summary>An association's choices, oldest first.</summary>
    Task<ImmutableArray<WordTemplateChoice>> ListAsync(string association, CancellationToken cancellation);

    /// <summary>Adds a choice, with its file when there is one. False when somebody else has made one since the list was read.</summary>
    Task<bool> AddAsync(string association, WordTemplateChoice choice, byte[]? content, CancellationToken cancellation);

    /// <summary>A template by its hash.</summary>
    Task<byte[]> ReadAsync(string association, string sha256, CancellationToken cancellation);
}

/// <summary>A choice of template: a file that was sent in, or none any more.</summary>
public sealed record WordTemplateChoice
{
    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who: a person's object id.</summary>
    public required string Who { get; init; }

    /// <summary>The person's name as it was then, for showing.</summary>
    public string? Name { get; init; }

    /// <summary>What the file was called; null when the template was taken away.</summary>
    public string? File { get; init; }

    /// <summary>The file's SHA-256; null when the template was taken away.</summary>
    public string? Sha256 { get; init; }
}
