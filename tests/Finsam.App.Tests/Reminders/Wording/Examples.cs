using Finsam.App.Reminders.Wording;

namespace Finsam.App.Tests.Reminders.Wording;

/// <summary>A kind of mail's fields with their examples.</summary>
internal static class Examples
{
    /// <summary>The values.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="all">False to leave out what may be missing.</param>
    public static MailValues Of(MailKind kind, bool all = true)
    {
        var values = new MailValues();
        foreach (var field in kind.Fields.Where(f => all || !f.MayBeMissing))
        {
            _ = field.Kind switch
            {
                MailFieldKind.List => values.With(field, field.Example.Split(';')),
                MailFieldKind.Link => values.With(field, new Uri("https://rapport.example.org/r/exempel")),
                _ => values.With(field, field.Example),
            };
        }

        return values;
    }
}
