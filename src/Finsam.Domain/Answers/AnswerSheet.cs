using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Finsam.Domain.Answers;

/// <summary>Answers by field key ("deltagare.nya.kvinna"). A key that is absent is a blank field.</summary>
public sealed class AnswerSheet : IEquatable<AnswerSheet>
{
    private readonly ImmutableSortedDictionary<string, Answer> _answers;

    private AnswerSheet(ImmutableSortedDictionary<string, Answer> answers) => _answers = answers;

    /// <summary>No answers.</summary>
    public static AnswerSheet Empty { get; } = new(ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal));

    /// <summary>The answers in key order, so that the same answers always give the same bytes.</summary>
    public IEnumerable<KeyValuePair<string, Answer>> Entries => _answers;

    /// <summary>How many fields are filled in.</summary>
    public int Count => _answers.Count;

    /// <summary>The answer in a field, or null when the field is blank.</summary>
    public Answer? this[string key] => _answers.GetValueOrDefault(key);

    /// <summary>A sheet of the given answers.</summary>
    public static AnswerSheet Of(IEnumerable<KeyValuePair<string, Answer>> answers) => new(Empty._answers.SetItems(answers));

    /// <summary>The sheet with one field changed; null blanks it.</summary>
    public AnswerSheet With(string key, Answer? answer) =>
        new(answer is null ? _answers.Remove(key) : _answers.SetItem(key, answer));

    /// <summary>The sheet with another sheet's fields over its own.</summary>
    public AnswerSheet With(AnswerSheet other) => new(_answers.SetItems(other._answers));

    /// <summary>The number in a field; null when it is blank, unknown or not a number.</summary>
    public decimal? Number(string key) => (this[key] as Answer.Number)?.Value;

    /// <summary>The text in a field; null when it is blank.</summary>
    public string? Text(string key) => (this[key] as Answer.Text)?.Value;

    /// <summary>True when the field says "uppgift saknas".</summary>
    public bool IsUnknown(string key) => this[key] is Answer.Unknown;

    /// <summary>The keys whose answers differ between two sheets.</summary>
    public IEnumerable<string> DifferencesFrom(AnswerSheet other) =>
        _answers.Keys.Union(other._answers.Keys, StringComparer.Ordinal)
            .Where(key => !Equals(this[key], other[key]))
            .Order(StringComparer.Ordinal);

    /// <inheritdoc/>
    public bool Equals([NotNullWhen(true)] AnswerSheet? other) => other is not null && _answers.SequenceEqual(other._answers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AnswerSheet other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _answers.Count;
}
