using System.Collections.Immutable;
using Finsam.App.Access;
using Finsam.Domain.Associations;

namespace Finsam.App.People;

/// <summary>What the page of an association's people shows.</summary>
/// <param name="Association">The association.</param>
/// <param name="Viewer">Who sees it.</param>
public sealed record PeopleModel(Association Association, SignedInPerson Viewer)
{
    /// <summary>The name, as written.</summary>
    public string Name { get; init; } = "";

    /// <summary>The id, as written.</summary>
    public string Id { get; init; } = "";

    /// <summary>The role, as chosen.</summary>
    public Role Role { get; init; } = Role.Reader;

    /// <summary>What is wrong, by the field it is about; an empty field is about no field.</summary>
    public ImmutableArray<(string Field, string Message)> Errors { get; init; } = [];

    /// <summary>What is wrong with a field; null when nothing.</summary>
    public string? At(string field) => Errors.FirstOrDefault(e => e.Field == field).Message;
}
