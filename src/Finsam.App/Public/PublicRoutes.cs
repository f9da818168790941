using Finsam.App.Pages;
using Finsam.Domain.Associations;

namespace Finsam.App.Public;

/// <summary>The addresses of what anyone may see of an association.</summary>
public static class PublicRoutes
{
    /// <summary>The associations' accessibility statements: of the only one, or a list to choose from.</summary>
    public const string Statements = "tillganglighet";

    /// <summary>An association's accessibility statement.</summary>
    public const string Statement = Statements + "/{association}";

    /// <summary>An association's logo.</summary>
    public const string Logo = "logotyp/{association}/{file}";

    /// <summary>The address of an association's statement; of them all, when a page belongs to no association.</summary>
    public static string StatementAddress(string? association) => "/" + Statements + (association is null ? "" : "/" + association);

    /// <summary>The address of a logo, which holds its hash: a new logo has a new one.</summary>
    public static string LogoAddress(string association, Logo logo) => $"/logotyp/{association}/{LogoFile(logo)}";

    /// <summary>The name a logo is served under.</summary>
    public static string LogoFile(Logo logo) => Asset.HashOf(logo.Content.Span) + ".png";
}
